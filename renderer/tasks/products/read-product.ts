import { westernDigits } from '../../../core/customers/fold-text.ts'
import { type DepositProduct, depositProductSchema } from '../../../core/products/deposit-product.ts'
import type { ProductFault } from '../../../core/products/product-check.ts'
import { productFaults } from '../../../core/products/product-faults.ts'
import type { Result } from '../../../core/result.ts'
import { ok, refuse } from '../../../core/result.ts'
import { readAmountOrZero } from '../../lib/read-amount.ts'
import { readDate } from '../../lib/read-date.ts'
import { readPercent } from '../../lib/read-percent.ts'
import { type FieldName, type FieldOf, productFields } from './product-fields.ts'
import { isAsked, type ProductForm } from './product-form.ts'

interface Reading {
  readonly version: number
  readonly locale: string
}

export type ReadProduct = Result<DepositProduct, { readonly faults: readonly ProductFault[] }>

/** The product that the form describes, or everything that keeps it from being one, each by its field. Rule: P2. */
export function productOf(form: ProductForm, { version, locale }: Reading): ReadProduct {
  const read = [
    ...productFields.filter(spec => isAsked(form, spec)).map(spec => readTerm(form, spec, locale)),
    ...tiersOf(form, locale),
  ]
  const faults = read.flatMap(({ field, rule }) => (rule === undefined ? [] : [{ field, rule }]))
  if (faults.length > 0) return refuse({ faults })
  const { kind, currency } = form
  const plain: Record<string, unknown> = { kind, currency, version, limits: {} }
  for (const { field, value } of read) put(plain, field.split('.'), value)
  const parsed = depositProductSchema.safeParse(plain)
  if (!parsed.success)
    return refuse({ faults: parsed.error.issues.map(issue => ({ field: issue.path.join('.'), rule: ruleOf(issue) })) })
  const together = productFaults(parsed.data)
  return together.length > 0 ? refuse({ faults: together }) : ok(parsed.data)
}

/** The same while names, days and accounts are still missing: enough to count a year of it. */
export const sketchOf = (form: ProductForm, reading: Reading): ReadProduct =>
  productOf({ ...form, terms: { ...form.terms, ...standIns } }, reading)

const standIns: Readonly<Partial<Record<FieldName, string>>> = {
  name: '-',
  productId: 'draft',
  validFrom: '2000-01-01',
  ...Object.fromEntries(productFields.filter(({ value }) => value === 'ledger').map(({ field }) => [field, '1000'])),
}

interface ReadTerm {
  readonly field: string
  readonly value?: unknown
  readonly rule?: string
}

function readTerm({ terms, currency }: ProductForm, spec: FieldOf, locale: string): ReadTerm {
  const { field } = spec
  const text = (terms[field] ?? '').trim()
  if (isSwitch(spec)) return { field }
  if (text === '') {
    if (spec.isZeroWhenEmpty) return { field, value: 0n }
    return spec.isOptional ? { field } : { field, rule: 'missing' }
  }
  switch (spec.value) {
    case 'money': {
      const amountMinor = readAmountOrZero(text, currency, locale)
      return amountMinor === undefined ? { field, rule: 'not-a-number' } : { field, value: amountMinor }
    }
    case 'percent': {
      const percent = readPercent(text, locale)
      return percent === undefined ? { field, rule: 'not-a-rate' } : { field, value: percent }
    }
    case 'count':
      return /^\d{1,6}$/.test(westernDigits(text))
        ? { field, value: Number(westernDigits(text)) }
        : { field, rule: 'not-a-number' }
    case 'date': {
      const date = readDate(text, locale)
      return date ? { field, value: date } : { field, rule: 'not-a-date' }
    }
    case 'choice':
      return { field, value: field === 'kycTier' ? Number(text) : text }
    case 'words':
    case 'id':
    case 'ledger':
      return { field, value: text }
  }
}

/** `interest`, `overdraft` and `dormancy` say whether there is any; what they are stands in the fields under them. */
const isSwitch = ({ field }: FieldOf): boolean => productFields.some(other => other.field.startsWith(`${field}.`))

function tiersOf(form: ProductForm, locale: string): readonly ReadTerm[] {
  const rates = productFields.find(({ field }) => field === 'interest.rates.type')
  if (!rates || !isAsked(form, rates)) return []
  const at = 'interest.rates.tiers'
  const tiers = form.tiers.map(({ from, percent }) => ({
    fromMinor: readAmountOrZero(from.trim() || '0', form.currency, locale),
    annualPercent: readPercent(percent.trim(), locale),
  }))
  const faults = tiers.flatMap(({ fromMinor, annualPercent }, place) => [
    ...(fromMinor === undefined ? [{ field: `${at}.${place}.fromMinor`, rule: 'not-a-number' }] : []),
    ...(annualPercent === undefined
      ? [
          {
            field: `${at}.${place}.annualPercent`,
            rule: form.tiers[place]?.percent.trim() === '' ? 'missing' : 'not-a-rate',
          },
        ]
      : []),
  ])
  return faults.length > 0 ? faults : [{ field: at, value: tiers }]
}

function put(into: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (value === undefined) return
  if (rest.length === 0) {
    into[name] = value
    return
  }
  const inner = into[name]
  const under: Record<string, unknown> = typeof inner === 'object' && inner !== null ? { ...inner } : {}
  put(under, rest, value)
  into[name] = under
}

/** The schemas' own words for what is wrong, and these for the rest. */
function ruleOf({ message, code }: { readonly message: string; readonly code: string | undefined }): string {
  if (/^[a-z]+(?:-[a-z]+)*$/.test(message)) return message
  if (code === 'too_big') return 'too-large'
  return code === 'too_small' ? 'too-small' : 'not-allowed'
}
