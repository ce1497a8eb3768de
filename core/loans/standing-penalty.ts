import type { BusinessDate } from '../calendar/business-date.ts'
import { type PenaltySpan, penaltyIn, spanBy } from '../loan-life/penalty-span.ts'
import { sumMinor } from '../money/amount.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import type { Loan } from './loan.ts'

/** What late installments of a loan cost by a day, and what was recognised of penalties beside it. */
export interface StandingPenalty {
  readonly spans: readonly PenaltySpan[]
  readonly beforeMinor: bigint
}

const inSpan = (span: PenaltySpan, { repayment: { late }, schedule }: LoanProduct): bigint =>
  late.penaltyAnnualPercent ? penaltyIn(span, { annualPercent: late.penaltyAnnualPercent }, schedule) : 0n

const inSpans = (spans: readonly PenaltySpan[], product: LoanProduct): bigint =>
  sumMinor(spans.map(span => inSpan(span, product)))

/** How the penalty of a loan stands at the close of a date that looked at it. */
export const standingPenalty = (
  spans: readonly PenaltySpan[],
  { booked, product }: Pick<Loan, 'booked' | 'product'>,
): StandingPenalty => ({ spans, beforeMinor: booked.recognisedPenalties - inSpans(spans, product) })

/** The same by a later day. */
export const penaltyBy = ({ spans, beforeMinor }: StandingPenalty, day: BusinessDate): StandingPenalty => ({
  spans: spans.map(span => spanBy(span, day)),
  beforeMinor,
})

/** All penalties that a loan has come to. */
export const recognisedPenalty = ({ spans, beforeMinor }: StandingPenalty, product: LoanProduct): bigint =>
  beforeMinor + inSpans(spans, product)

/** By how much more each of the installments costs by a later day. */
export const penaltyAdded = (
  { spans }: StandingPenalty,
  product: LoanProduct,
  day: BusinessDate,
): readonly { readonly number: number; readonly addedMinor: bigint }[] =>
  spans.map(span => ({
    number: span.number,
    addedMinor: inSpan(spanBy(span, day), product) - inSpan(span, product),
  }))
