import { isBusinessDate } from '../../../core/calendar/business-date.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import { isRate } from '../../../core/money/rate.ts'
import type { DepositProduct } from '../../../core/products/deposit-product.ts'
import { isDepositProduct } from '../../../core/products/product.ts'
import { templateProducts } from '../../../core/products/products-template.ts'
import { typedDate } from '../../lib/read-date.ts'
import { typedPercent } from '../../lib/read-percent.ts'
import { type DepositKind, type FieldName, type FieldOf, productFields } from './product-fields.ts'

/** From a balance on, so much a year; as typed. */
export interface TypedTier {
  readonly from: string
  readonly percent: string
}

export type TypedTerms = Readonly<Partial<Record<FieldName, string>>>

/** The form of a deposit product as typed; everything is text, so that a draft keeps it. */
export interface ProductForm {
  readonly kind: DepositKind
  readonly currency: CurrencyCode
  readonly terms: TypedTerms
  readonly tiers: readonly TypedTier[]
}

/** Whether the product of the form says this term at all. */
export function isAsked({ kind, terms }: ProductForm, { kinds, where }: FieldOf): boolean {
  if (kinds && !kinds.includes(kind)) return false
  if (!where) return true
  const [field, value] = where
  const asked = productFields.find(one => one.field === field)
  // A deposit with a term always earns interest, so it is not asked whether it does.
  return asked?.kinds?.includes(kind) === false || (asked !== undefined && terms[asked.field] === value)
}

/** Every plain value under the product, by its path. */
function valuesUnder(value: unknown, path = ''): readonly (readonly [field: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([name, part]) => valuesUnder(part, path === '' ? name : `${path}.${name}`))
}

function typedValue(spec: FieldOf, given: unknown, { currency }: DepositProduct, locale: string): string {
  const { value } = spec
  if (given === 0n && spec.isZeroWhenEmpty) return ''
  if (value === 'money' && typeof given === 'bigint') return formatAmount({ amountMinor: given, currency }, locale)
  if (value === 'percent' && typeof given === 'string' && isRate(given)) return typedPercent(given, locale)
  if (value === 'count' && typeof given === 'number')
    return new Intl.NumberFormat(locale, { useGrouping: false }).format(given)
  if (value === 'date' && typeof given === 'string' && isBusinessDate(given)) return typedDate(given, locale)
  return given === undefined ? '' : String(given)
}

/** A product as its form would have been typed, to begin the next version with; its first day is open. */
export function formOf(product: DepositProduct, locale: string): ProductForm {
  const known = new Map(valuesUnder(product))
  const terms = Object.fromEntries(
    productFields.map(spec => [spec.field, typedValue(spec, known.get(spec.field), product, locale)]),
  )
  const switches = {
    interest: product.interest ? 'yes' : 'no',
    overdraft: product.kind === 'current' && product.overdraft ? 'yes' : 'no',
    dormancy: product.dormancy ? 'yes' : 'no',
  }
  const { currency } = product
  return {
    kind: product.kind,
    currency,
    terms: { ...usualTerms, ...withoutEmpty(terms), ...switches, validFrom: '' },
    tiers: (product.interest?.rates.tiers ?? [{ fromMinor: 0n, annualPercent: undefined }]).map(
      ({ fromMinor, annualPercent }) => ({
        from: formatAmount({ amountMinor: fromMinor, currency }, locale),
        percent: annualPercent === undefined ? '' : typedPercent(annualPercent, locale),
      }),
    ),
  }
}

const withoutEmpty = (terms: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(terms).filter(([, text]) => text !== ''))

/** What a term begins with once it is asked for, where the product said nothing of it before. */
const usualTerms: TypedTerms = {
  'interest.rates.type': 'whole',
  'interest.balanceMethod': 'daily',
  'interest.posting': 'monthly',
  'interest.compounding': 'at-posting',
  'interest.accrual': 'daily',
  'interest.dayCount': 'ACT/365F',
  'interest.rounding': 'half-up',
  'interest.expenseAccount': '5100',
  'interest.payableAccount': '2210',
  'interest.taxAccount': '2220',
  'overdraft.principalAccount': '1270',
  'overdraft.receivableAccount': '1280',
  'overdraft.incomeAccount': '4120',
}

/** A new product of a kind begins as the first one that an institution starts with; name and days are its own. */
export function newForm(kind: DepositKind, currency: CurrencyCode, locale: string): ProductForm {
  const [usual] = templateProducts(currency)
    .filter(isDepositProduct)
    .filter(product => product.kind === kind)
  if (!usual) return { kind, currency, terms: usualTerms, tiers: [{ from: '0', percent: '' }] }
  const form = formOf(usual, locale)
  return { ...form, terms: { ...form.terms, name: '', productId: '', validFrom: '' } }
}
