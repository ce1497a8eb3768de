import { type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { rate } from '../../../core/money/rate.ts'
import { dueDatesFrom } from '../../../core/schedule/due-dates.ts'
import { makeSchedule } from '../../../core/schedule/make-schedule.ts'
import type { ScheduleCharge } from '../../../core/schedule/schedule-charge.ts'
import type { Frequency, ScheduleTerms } from '../../../core/schedule/schedule-terms.ts'

export const startsOn: BusinessDate = businessDate('2024-01-15')
const monthly: Frequency = { every: 1, unit: 'months' }

/** Twelve monthly installments at 24 percent, declining, by periods; what a test is about is changed. */
export function loanTerms(
  changes: Partial<ScheduleTerms> & { readonly percent?: string; readonly count?: number } = {},
): ScheduleTerms {
  const { percent = '24', count = 12, ...given } = changes
  const frequency = given.frequency ?? monthly
  const from = given.startsOn ?? startsOn
  return {
    algorithm: 'cumulative',
    interestMethod: 'declining',
    amortization: 'equal-installments',
    balloonMinor: 0n,
    annualPercent: rate(percent),
    frequency,
    share: { by: 'periods', daysInMonth: 'actual', daysInYear: 'actual', countsPartialPeriods: false },
    grace: { principal: 0, interestPayment: 0, interestFree: 0 },
    rounding: { mode: 'half-even', unitMinor: 1n, installmentMultipleMinor: 1n, installmentMode: 'half-even' },
    downPaymentPercent: rate('0'),
    startsOn: from,
    dueDates: dueDatesFrom({ startsOn: from }, count, frequency),
    ...given,
  }
}

export const scheduleOf = (terms: ScheduleTerms, paidOutMinor: bigint, charges: readonly ScheduleCharge[] = []) =>
  makeSchedule(terms, [{ date: terms.startsOn, amountMinor: paidOutMinor }], charges)
