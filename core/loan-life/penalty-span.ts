import { type BusinessDate, daysBetween } from '../calendar/business-date.ts'
import type { ScheduleTerms } from '../schedule/schedule-terms.ts'
import { bearingMinor, graceEnd, penaltyOf } from './late-charges.ts'
import type { LoanInReplay } from './loan-in-replay.ts'
import type { LatePenalty } from './loan-terms.ts'

/** An installment that costs penalty, as long as nothing befalls its loan. */
export interface PenaltySpan {
  /** Of the installment. */
  readonly number: number
  /** What was overdue, times the days on which it was, by a day. */
  readonly countedOn: BusinessDate
  readonly minorDays: bigint
  /** What bears penalty from that day on. */
  readonly bearingMinor: bigint
}

/** How a loan goes on costing penalty once what its lateness cost by a day is charged. It holds until an installment's grace ends. */
export function penaltySpans(loan: LoanInReplay, on: BusinessDate): readonly PenaltySpan[] {
  const { terms, accounts, isPaidOut, writtenOffOn } = loan
  const { late } = terms
  if (!late?.penalty || !isPaidOut || writtenOffOn) return []
  const { penalty } = late
  return accounts.flatMap((account, place) => {
    if (account.kind !== 'repayment' || on <= graceEnd(account, late)) return []
    const bearing = bearingMinor(account, penalty)
    const { minorDays } = account.lateness
    return bearing > 0n ? [{ number: place + 1, countedOn: on, minorDays, bearingMinor: bearing }] : []
  })
}

/** The same span, counted by a later day. */
export const spanBy = (span: PenaltySpan, day: BusinessDate): PenaltySpan => ({
  ...span,
  countedOn: day,
  minorDays: span.minorDays + span.bearingMinor * BigInt(daysBetween(span.countedOn, day)),
})

/** What an installment has cost by the day through which its span is counted, rounded as a whole: what the life of its loan says. Rule: L56. */
export const penaltyIn = (
  { minorDays }: PenaltySpan,
  { annualPercent }: Pick<LatePenalty, 'annualPercent'>,
  schedule: Pick<ScheduleTerms, 'share' | 'rounding'>,
): bigint => penaltyOf(annualPercent, minorDays, schedule)
