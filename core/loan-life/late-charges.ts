import { addDays, type BusinessDate, daysBetween } from '../calendar/business-date.ts'
import { fraction, fractionOf } from '../money/fraction.ts'
import type { Rate } from '../money/rate.ts'
import { percentOf, roundAmount } from '../schedule/round-schedule.ts'
import type { ScheduleTerms } from '../schedule/schedule-terms.ts'
import { type InstallmentAccount, outstandingIn } from './installment-account.ts'
import type { LoanInReplay } from './loan-in-replay.ts'
import type { LateFee, LatePenalty, LateRules } from './loan-terms.ts'
import { withMore } from './portions.ts'

/** Penalties bear no penalty. */
const overdueMinor = (account: InstallmentAccount): bigint =>
  outstandingIn(account, 'principal') + outstandingIn(account, 'interest') + outstandingIn(account, 'fees')

/** What of an installment costs penalty. */
export function bearingMinor(account: InstallmentAccount, { on }: LatePenalty): bigint {
  const bearing = on === 'principal' ? outstandingIn(account, 'principal') : overdueMinor(account)
  return bearing > 0n ? bearing : 0n
}

function feeOf(fee: LateFee, account: InstallmentAccount, { rounding }: ScheduleTerms): bigint {
  const overdue = overdueMinor(account)
  if (overdue <= 0n) return 0n
  return fee.type === 'fixed' ? fee.amountMinor : percentOf(fee.percent, overdue, rounding)
}

/** The year of the schedule; an actual one is 365 days, whatever the year. */
export function penaltyOf(
  annualPercent: Rate,
  minorDays: bigint,
  { share, rounding }: Pick<ScheduleTerms, 'share' | 'rounding'>,
): bigint {
  const { numerator, denominator } = fractionOf(annualPercent)
  const year = BigInt(share.daysInYear === 'actual' ? 365 : share.daysInYear)
  return roundAmount(fraction(minorDays * numerator, denominator * 100n * year), rounding)
}

/** The last day on which it may be met free of charge. */
export const graceEnd = ({ dueOn }: InstallmentAccount, { graceDays }: LateRules): BusinessDate =>
  addDays(dueOn, graceDays)

/** An installment that was met by the end of its days of grace was never late. */
function countDays(account: InstallmentAccount, penalty: LatePenalty, lastFree: BusinessDate, by: BusinessDate): void {
  const { lateness, dueOn } = account
  const from = lateness.through ?? dueOn
  const bearing = bearingMinor(account, penalty)
  if (from <= lastFree && bearing === 0n) lateness.minorDays = 0n
  else lateness.minorDays += bearing * BigInt(daysBetween(from, by))
}

function chargeAccount(account: InstallmentAccount, late: LateRules, schedule: ScheduleTerms, by: BusinessDate): void {
  const { lateness } = account
  const lastFree = graceEnd(account, late)
  const wasLate = lateness.through !== null && lateness.through > lastFree
  if (late.penalty) countDays(account, late.penalty, lastFree, by)
  lateness.through = by
  if (by <= lastFree) return
  const feeMinor = late.fee && !wasLate ? feeOf(late.fee, account, schedule) : 0n
  const penaltyMinor = late.penalty ? penaltyOf(late.penalty.annualPercent, lateness.minorDays, schedule) : 0n
  const addedMinor = feeMinor + penaltyMinor - lateness.penaltyMinor
  lateness.feeMinor += feeMinor
  lateness.penaltyMinor = penaltyMinor
  account.added = withMore(account.added, 'penalties', addedMinor)
}

/**
 * Charges what lateness costs by a day, on which nothing has happened yet: the fee once for an installment of which something is owed
 * after its days of grace, and the penalty for each day since it was due, rounded as a whole. It follows from the terms and from what
 * befell the loan alone: who turns out to have paid in time is charged nothing. Rules: L55, L56.
 */
export function chargeLateness(loan: LoanInReplay, by: BusinessDate): void {
  const { terms, schedule, isPaidOut, writtenOffOn, accounts } = loan
  if (!terms.late || !isPaidOut || writtenOffOn) return
  for (const account of accounts) {
    const from = account.lateness.through ?? account.dueOn
    if (account.kind === 'repayment' && from < by) chargeAccount(account, terms.late, schedule, by)
  }
}
