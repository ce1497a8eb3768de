import { type BusinessDate, businessDate, daysBetween } from '../calendar/business-date.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import type { Frequency } from '../schedule/schedule-terms.ts'

/** How many days ahead the disbursement is planned, a charge is due after the last installment, and an installment moves. Rule: L44. */
export const horizonDays = { planned: 366, charged: 366, moved: 732 } as const

/** No loan falls due later: what is counted from a due date still has days of the calendar. */
const lastDueDay = businessDate('2198-12-31')

const longestDays: Readonly<Record<Frequency['unit'], number>> = { days: 1, weeks: 7, 'half-months': 16, months: 31 }

/** As many dates as may be skipped where nobody works on them. */
const skipped = 60

/** Whether a day is at most so many days after another, and one on which something may fall due. */
export const isWithinHorizon = (day: BusinessDate, after: BusinessDate, days: number): boolean =>
  day <= lastDueDay && daysBetween(after, day) <= days

/** Whether so many periods from a day on end while there are days. */
export const endInTime = (from: BusinessDate, periods: number, { every, unit }: Frequency): boolean =>
  periods * every * longestDays[unit] <= daysBetween(from, lastDueDay)

/** Whether all installments of a loan that is paid out on a day fall due while there are days, whichever of them are moved. */
export function fallsDueInTime(
  { dueDates: { restDays, firstAfterDays } }: LoanProduct,
  { installments, frequency }: { readonly installments: number; readonly frequency: Frequency },
  startsOn: BusinessDate,
): boolean {
  const periods = installments + (restDays === 'next-repayment' ? skipped : 1)
  const { every, unit } = frequency
  return firstAfterDays.max + periods * every * longestDays[unit] <= daysBetween(startsOn, lastDueDay)
}
