import { type BusinessDate, businessDate, daysBetween } from '../calendar/business-date.ts'
import { holidaysMax, restDaysMax, weekdays } from '../calendar/working-days.ts'
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

/** How many days there are to every working day of a week, at most. */
const longestWait = weekdays.length / (weekdays.length - restDaysMax)

interface Installments {
  readonly installments: number
  readonly frequency: Frequency
}

/** How many days they take at most: where nobody may be asked to pay on a day of rest, as if the calendar held all that it can. */
function longestTerm({ dueDates: { restDays } }: LoanProduct, { installments, frequency }: Installments): number {
  const period = frequency.every * longestDays[frequency.unit]
  if (restDays === 'leave') return (installments + 1) * period
  const periods = installments + (restDays === 'next-repayment' ? skipped : 1)
  const wait = period < weekdays.length ? longestWait : 1
  return periods * period * wait + holidaysMax.all * longestWait
}

/** Whether installments from a day on end while there are days. */
export const endInTime = (product: LoanProduct, asked: Installments, from: BusinessDate): boolean =>
  longestTerm(product, asked) <= daysBetween(from, lastDueDay)

/** Whether all installments of a loan that is paid out on a day fall due while there are days, whichever of them are moved. */
export const fallsDueInTime = (product: LoanProduct, asked: Installments, startsOn: BusinessDate): boolean =>
  product.dueDates.firstAfterDays.max + longestTerm(product, asked) <= daysBetween(startsOn, lastDueDay)
