import { isBusinessDate } from '../../../core/calendar/business-date.ts'
import { components } from '../../../core/loan-life/portions.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import { isRate } from '../../../core/money/rate.ts'
import { isDepositProduct, type Product, type ProductKind } from '../../../core/products/product.ts'
import { templateProducts } from '../../../core/products/products-template.ts'
import { typedDate } from '../../lib/read-date.ts'
import { typedPercent } from '../../lib/read-percent.ts'
import { type FieldName, type FieldOf, productFields } from './product-fields.ts'
import { type ListName, type TypedRow, termLists } from './term-lists.ts'
import type { RowField } from './term-shape.ts'

/** From a balance on, so much a year; as typed. */
export interface TypedTier {
  readonly from: string
  readonly percent: string
}

export type TypedTerms = Readonly<Partial<Record<FieldName, string>>>

/** The lists of a loan as typed, row by row. */
export type TypedLists = Readonly<Partial<Record<ListName, readonly TypedRow[]>>>

/** The form of a product as typed; everything is text, so that a draft keeps it. */
export interface ProductForm {
  readonly kind: ProductKind
  readonly currency: CurrencyCode
  readonly terms: TypedTerms
  readonly tiers: readonly TypedTier[]
  readonly lists: TypedLists
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

/** What stands at a path under a product, such as `fees.closingMinor`. */
const valueAt = (under: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) => (isObject(value) ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined),
      under,
    )

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

interface Writing {
  readonly currency: CurrencyCode
  readonly locale: string
}

/** A value as a person would have typed it. */
function typedValue(spec: RowField, given: unknown, { currency, locale }: Writing): string {
  const { value } = spec
  if (given === undefined) return value === 'choice' && spec.isOptional ? 'none' : ''
  if (given === 0n && spec.isZeroWhenEmpty) return ''
  if (value === 'money' && typeof given === 'bigint') return formatAmount({ amountMinor: given, currency }, locale)
  if (value === 'percent' && typeof given === 'string' && isRate(given)) return typedPercent(given, locale)
  if (value === 'count' && typeof given === 'number')
    return new Intl.NumberFormat(locale, { useGrouping: false }).format(given)
  if (value === 'date' && typeof given === 'string' && isBusinessDate(given)) return typedDate(given, locale)
  if (value === 'yes-no') return given === true ? 'yes' : 'no'
  return String(given)
}

/** A product as its form would have been typed, to begin the next version with; its first day is open. */
export function formOf(product: Product, locale: string): ProductForm {
  const { kind, currency } = product
  const writing = { currency, locale }
  const terms = Object.fromEntries(
    productFields
      .filter(({ kinds }) => !kinds || kinds.includes(kind))
      .map(spec => [spec.field, typedValue(spec, valueAt(product, spec.field), writing)]),
  )
  return {
    kind,
    currency,
    terms: { ...usualTerms, ...withoutEmpty(terms), ...switchesOf(product), validFrom: '' },
    tiers: tiersOf(product, writing),
    lists: kind === 'loan' ? listsOf(product, writing) : {},
  }
}

/** Whether there is any of what a switch stands before. */
const switchesOf = (product: Product): TypedTerms =>
  Object.fromEntries(
    productFields
      .filter(spec => spec.value === 'choice' && spec.isSwitch)
      .map(({ field }) => [field, valueAt(product, field) === undefined ? 'no' : 'yes']),
  )

function tiersOf(product: Product, { currency, locale }: Writing): readonly TypedTier[] {
  const tiers = isDepositProduct(product) ? product.interest?.rates.tiers : undefined
  return (tiers ?? [{ fromMinor: 0n, annualPercent: undefined }]).map(({ fromMinor, annualPercent }) => ({
    from: formatAmount({ amountMinor: fromMinor, currency }, locale),
    percent: annualPercent === undefined ? '' : typedPercent(annualPercent, locale),
  }))
}

const listsOf = (product: Product, writing: Writing): TypedLists =>
  Object.fromEntries(
    termLists.map(({ list, columns }) => {
      const rows = valueAt(product, list)
      const typed = (Array.isArray(rows) ? rows : []).map(row =>
        Object.fromEntries(columns.map(spec => [spec.field, typedValue(spec, valueAt(row, spec.field), writing)])),
      )
      return [list, typed]
    }),
  )

const withoutEmpty = (terms: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(terms).filter(([, text]) => text !== ''))

const usualOrder = components.join()

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
  'repayment.allocation.order': 'penalty-fee-interest-principal',
  'repayment.allocation.pastDue': usualOrder,
  'repayment.allocation.due': usualOrder,
  'repayment.allocation.inAdvance': usualOrder,
  'repayment.allocation.dueChargesFirst': 'no',
  'repayment.allocation.direction': 'horizontal',
  'repayment.allocation.future.default': 'next-installment',
  'repayment.recalculation.rest': 'daily',
  'repayment.recalculation.advance': 'reduce-number',
  'repayment.recalculation.compounding': 'none',
  'repayment.recalculation.lateInterest': 'every-period',
  'repayment.recalculation.payoff': 'to-the-day',
}

/** A new product of a kind begins as the first one that an institution starts with; name and days are its own. */
export function newForm(kind: ProductKind, currency: CurrencyCode, locale: string): ProductForm {
  const usual = templateProducts(currency).find(product => product.kind === kind)
  if (!usual) return { kind, currency, terms: usualTerms, tiers: [{ from: '0', percent: '' }], lists: {} }
  const form = formOf(usual, locale)
  return { ...form, terms: { ...form.terms, name: '', productId: '', validFrom: '' } }
}
