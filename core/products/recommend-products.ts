import type { BusinessDate } from '../calendar/business-date.ts'
import type { HolidayCalendar } from '../calendar/working-days.ts'
import { Decimal } from '../money/decimal.ts'
import { decimalOf } from '../money/rate.ts'
import { roundMinor } from '../money/rounding.ts'
import type { CreditLineProduct } from './credit-line-product.ts'
import { previewDeposit } from './deposit-preview.ts'
import type { DepositProduct } from './deposit-product.ts'
import { usualOffer } from './loan-offer.ts'
import { previewLoan } from './loan-preview.ts'
import type { LoanProduct } from './loan-product.ts'
import { isDepositProduct, type Product, type ProductKind } from './product.ts'
import type { KycTier } from './product-fields.ts'

export const intendedUses = ['saving', 'goal', 'everyday', 'business', 'borrowing'] as const
export type IntendedUse = (typeof intendedUses)[number]

export const desiredLiquidities = ['any-time', 'after-term'] as const

/** What the client wants: for what, how much, for how long, and how soon the money must be at hand. */
export interface ClientWish {
  readonly use: IntendedUse
  readonly amountMinor: bigint
  readonly termMonths?: number
  readonly liquidity: (typeof desiredLiquidities)[number]
}

export interface KnownClient {
  readonly kycTier: KycTier
  readonly today: BusinessDate
  /** Of the institution's fiscal year. */
  readonly yearStartMonth: number
  readonly calendar: HolidayCalendar
}

/** Why a product fits, or does not. The texts for people are the window's. */
export type RecommendationReason =
  | { readonly type: 'suits-use'; readonly use: IntendedUse }
  | { readonly type: 'at-hand-any-time' }
  | { readonly type: 'earns-in-a-year'; readonly amountMinor: bigint }
  | { readonly type: 'no-monthly-fee' }
  | { readonly type: 'other-use'; readonly use: IntendedUse }
  | { readonly type: 'locked-until-maturity' }
  | { readonly type: 'costs-in-a-year'; readonly amountMinor: bigint }
  | { readonly type: 'kyc-tier-too-low'; readonly needed: KycTier }
  | { readonly type: 'amount-below-minimum'; readonly minimumMinor: bigint }
  | { readonly type: 'amount-above-maximum'; readonly maxMinor: bigint }
  | { readonly type: 'term-outside'; readonly monthsMin: number; readonly monthsMax: number }

export interface Recommendation {
  readonly product: Product
  /** Nothing stands against opening it for this client now. */
  readonly isOpenable: boolean
  /** In a year, after tax and fees; negative for what it costs. */
  readonly netMinor: bigint
  readonly reasonsFor: readonly RecommendationReason[]
  readonly reasonsAgainst: readonly RecommendationReason[]
}

const kindsByUse: Readonly<Record<IntendedUse, readonly ProductKind[]>> = {
  saving: ['passbook', 'fixed'],
  goal: ['recurring', 'fixed'],
  everyday: ['current', 'passbook'],
  business: ['current'],
  borrowing: ['loan', 'credit-line'],
}

const topCount = 3

/**
 * The three products that fit best, the best first. What can be opened for the client now comes before what cannot; then what the use asks
 * for, what gives the money when it is wanted, and what leaves most in a year. Savings that a loan asks for are nobody's wish. The same
 * facts always give the same answer. Rule: P7.
 */
export function recommendProducts(
  products: readonly Product[],
  wish: ClientWish,
  client: KnownClient,
): readonly Recommendation[] {
  return products
    .filter(({ kind }) => kind !== 'compulsory')
    .filter(product => isDepositProduct(product) !== (wish.use === 'borrowing'))
    .map(product => weighed(product, wish, client))
    .toSorted(
      (a, b) =>
        Number(b.isOpenable) - Number(a.isOpenable) ||
        Number(suits(b.product, wish)) - Number(suits(a.product, wish)) ||
        Number(isAtHand(b.product, wish)) - Number(isAtHand(a.product, wish)) ||
        (a.netMinor === b.netMinor ? 0 : a.netMinor > b.netMinor ? -1 : 1) ||
        (a.product.productId < b.product.productId ? -1 : 1),
    )
    .slice(0, topCount)
}

const suits = ({ kind }: Product, { use }: ClientWish): boolean => kindsByUse[use].includes(kind)

const hasTerm = ({ kind }: Product): boolean => kind === 'fixed' || kind === 'recurring'

const isAtHand = (product: Product, { liquidity }: ClientWish): boolean =>
  liquidity === 'after-term' || !hasTerm(product)

function weighed(product: Product, wish: ClientWish, client: KnownClient): Recommendation {
  const netMinor = netOf(product, wish, client)
  const obstacles = obstaclesOf(product, wish, client)
  const { use } = wish
  const monthlyFee = isDepositProduct(product) && product.fees.maintenancePerMonthMinor
  return {
    product,
    isOpenable: obstacles.length === 0,
    netMinor,
    reasonsFor: [
      ...(suits(product, wish) ? [{ type: 'suits-use', use } as const] : []),
      ...(isDepositProduct(product) && !hasTerm(product) ? [{ type: 'at-hand-any-time' } as const] : []),
      ...(netMinor > 0n ? [{ type: 'earns-in-a-year', amountMinor: netMinor } as const] : []),
      ...(isDepositProduct(product) && !monthlyFee ? [{ type: 'no-monthly-fee' } as const] : []),
    ],
    reasonsAgainst: [
      ...obstacles,
      ...(suits(product, wish) ? [] : [{ type: 'other-use', use } as const]),
      ...(isAtHand(product, wish) ? [] : [{ type: 'locked-until-maturity' } as const]),
      ...(netMinor < 0n ? [{ type: 'costs-in-a-year', amountMinor: -netMinor } as const] : []),
    ],
  }
}

/** What stands against opening it now for so much and so long. */
function obstaclesOf(
  product: Product,
  { amountMinor, termMonths }: ClientWish,
  { kycTier }: KnownClient,
): readonly RecommendationReason[] {
  const { minimumMinor, maxMinor } = boundsOf(product)
  const term = 'term' in product ? product.term : undefined
  const isOutside = term && termMonths !== undefined && (termMonths < term.monthsMin || termMonths > term.monthsMax)
  return [
    ...(kycTier < product.kycTier ? [{ type: 'kyc-tier-too-low', needed: product.kycTier } as const] : []),
    ...(amountMinor < minimumMinor ? [{ type: 'amount-below-minimum', minimumMinor } as const] : []),
    ...(maxMinor !== undefined && amountMinor > maxMinor ? [{ type: 'amount-above-maximum', maxMinor } as const] : []),
    ...(isOutside ? [{ type: 'term-outside', monthsMin: term.monthsMin, monthsMax: term.monthsMax } as const] : []),
  ]
}

function boundsOf(product: Product): { readonly minimumMinor: bigint; readonly maxMinor?: bigint } {
  switch (product.kind) {
    case 'loan':
      return { minimumMinor: product.principal.minMinor, maxMinor: product.principal.maxMinor }
    case 'credit-line':
      return { minimumMinor: 0n, maxMinor: product.limitMinor }
    case 'recurring':
      return { minimumMinor: product.installment.minimumMinor * installmentsAYear[product.installment.frequency] }
    case 'passbook':
    case 'current':
    case 'fixed':
    case 'compulsory': {
      const maxMinor = product.limits.operationMinor
      return { minimumMinor: product.minimumOpeningMinor, ...(maxMinor === undefined ? {} : { maxMinor }) }
    }
  }
}

const installmentsAYear = { weekly: 52n, fortnightly: 26n, monthly: 12n } as const

/** Of a loan, what it costs with all its fees, so that a flat rate is not taken for a cheap one. */
function yearlyPercent(product: CreditLineProduct | LoanProduct, { today, calendar }: KnownClient): Decimal {
  if (product.kind === 'credit-line') return decimalOf(product.annualPercent)
  const { rates } = previewLoan(product, usualOffer(product, today), calendar)
  return rates.annual ?? decimalOf(product.annualPercent.default)
}

/** What a year leaves of the amount besides itself; of a recurring deposit, when the amount comes in installments over the year. */
function netOf(product: Product, wish: ClientWish, client: KnownClient): bigint {
  const { today, yearStartMonth } = client
  if (!isDepositProduct(product)) {
    const exact = new Decimal(wish.amountMinor).times(yearlyPercent(product, client)).div(-100)
    return roundMinor(exact, { mode: 'half-up', multipleMinor: 1n }).amountMinor
  }
  const amountMinor =
    product.kind === 'recurring'
      ? wish.amountMinor / installmentsAYear[product.installment.frequency]
      : wish.amountMinor
  const use = { openedOn: today, amountMinor, yearStartMonth }
  return previewDeposit(product, { ...use, ...termWithin(product, wish.termMonths) }).netMinor
}

function termWithin(product: DepositProduct, termMonths: number | undefined): { readonly termMonths?: number } {
  if (termMonths === undefined || !('term' in product)) return {}
  const { monthsMin, monthsMax } = product.term
  return { termMonths: Math.min(Math.max(termMonths, monthsMin), monthsMax) }
}
