import { westernDigits } from '../../../core/customers/fold-text.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { type Product, productSchema } from '../../../core/products/product.ts'
import type { ProductFault } from '../../../core/products/product-check.ts'
import { productFaults } from '../../../core/products/product-faults.ts'
import type { Result } from '../../../core/result.ts'
import { ok, refuse } from '../../../core/result.ts'
import { readAmountOrZero } from '../../lib/read-amount.ts'
import { readDate } from '../../lib/read-date.ts'
import { readPercent } from '../../lib/read-percent.ts'
import { type FieldName, type FieldOf, productFields } from './product-fields.ts'
import { isAsked, type ProductForm } from './product-form.ts'
import { isInRow, type ListName, type TypedRow, termLists } from './term-lists.ts'
import type { RowField } from './term-shape.ts'

interface Reading {
  readonly version: number
  readonly locale: string
}

export type ReadProduct = Result<Product, { readonly faults: readonly ProductFault[] }>

/** The product that the form describes, or everything that keeps it from being one, each by its field. Rule: P2. */
export function productOf(form: ProductForm, { version, locale }: Reading): ReadProduct {
  const read = [
    ...productFields.filter(spec => isAsked(form, spec)).map(spec => readTerm(form, spec, locale)),
    ...tiersOf(form, locale),
    ...listsOf(form, locale),
  ]
  const faults = read.flatMap(({ field, rule }) => (rule === undefined ? [] : [{ field, rule }]))
  if (faults.length > 0) return refuse({ faults })
  const { kind, currency } = form
  const isDeposit = kind !== 'loan' && kind !== 'credit-line'
  const parsed = productSchema.safeParse({
    ...(isDeposit ? { limits: {} } : {}),
    ...objectOf(read),
    kind,
    currency,
    version,
  })
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
  // No two of them the same: a product may ask for accounts of their own.
  ...Object.fromEntries(
    productFields.filter(({ value }) => value === 'ledger').map(({ field }, place) => [field, String(1_000 + place)]),
  ),
}

interface Typing {
  readonly currency: CurrencyCode
  readonly locale: string
}

interface ReadTerm {
  readonly field: string
  readonly value?: unknown
  readonly rule?: string
}

function readTerm({ terms, currency }: ProductForm, spec: FieldOf, locale: string): ReadTerm {
  const { field } = spec
  if (spec.value === 'choice' && spec.isSwitch) return { field }
  return { field, ...readValue(spec, (terms[field] ?? '').trim(), { currency, locale }) }
}

type ReadValue = Omit<ReadTerm, 'field'>

const readAs = (value: unknown, rule: string): ReadValue => (value === undefined ? { rule } : { value })

function readValue(spec: RowField, text: string, { currency, locale }: Typing): ReadValue {
  if (text === '') {
    if (spec.isZeroWhenEmpty) return { value: 0n }
    return spec.isOptional ? {} : { rule: 'missing' }
  }
  switch (spec.value) {
    case 'money':
      return readAs(readAmountOrZero(text, currency, locale), 'not-a-number')
    case 'percent':
      return readAs(readPercent(text, locale), 'not-a-rate')
    case 'count':
      return /^\d{1,6}$/.test(westernDigits(text)) ? { value: Number(westernDigits(text)) } : { rule: 'not-a-number' }
    case 'date':
      return readAs(readDate(text, locale) ?? undefined, 'not-a-date')
    case 'choice':
      if (spec.isOptional && text === 'none') return {}
      return { value: /^\d+$/.test(text) ? Number(text) : text }
    case 'yes-no':
      return { value: text === 'yes' }
    case 'order':
      return { value: text.split(',') }
    case 'words':
    case 'id':
    case 'ledger':
      return { value: text }
  }
}

/** The lists of a loan; other kinds have none. */
const listsOf = ({ kind, currency, lists }: ProductForm, locale: string): readonly ReadTerm[] =>
  kind === 'loan'
    ? termLists.flatMap(list => listOf(list.list, list.columns, lists[list.list] ?? [], { currency, locale }))
    : []

function listOf(
  list: ListName,
  columns: readonly RowField[],
  rows: readonly TypedRow[],
  typing: Typing,
): readonly ReadTerm[] {
  const read = rows.map(row =>
    columns
      .filter(spec => isInRow(spec, row))
      .map(spec => ({ field: spec.field, ...readValue(spec, (row[spec.field] ?? '').trim(), typing) })),
  )
  const faults = read.flatMap((terms, place) =>
    terms.flatMap(({ field, rule }) => (rule === undefined ? [] : [{ field: `${list}.${place}.${field}`, rule }])),
  )
  return faults.length > 0 ? faults : [{ field: list, value: read.map(objectOf) }]
}

function objectOf(terms: readonly ReadTerm[]): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  for (const { field, value } of terms) put(plain, field.split('.'), value)
  return plain
}

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
