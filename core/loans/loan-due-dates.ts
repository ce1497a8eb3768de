import { assert } from '../assert.ts'
import { adjustDate } from '../calendar/adjust-date.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { type HolidayCalendar, isWorkingDay } from '../calendar/working-days.ts'
import type { RestDayRule } from '../products/loan-schedule-terms.ts'
import { dateAfterPeriods } from '../schedule/due-dates.ts'
import type { LoanAgreement } from './loan-agreement.ts'

/** Steps after which nobody can say that a calendar has working days. */
const stepsMax = 400

const movedBy = (date: BusinessDate, rule: RestDayRule, calendar: HolidayCalendar): BusinessDate =>
  rule === 'leave' || rule === 'next-repayment' ? date : adjustDate(date, rule, calendar)

/**
 * The days on which a loan falls due when it is paid out on a day. Where a moved date would fall on the one before it, or comes too early
 * to be a due date at all, the installment is due with the next period instead. Rule: L34.
 */
export function loanDueDates(
  { frequency, installments, firstDueOn }: LoanAgreement,
  startsOn: BusinessDate,
  rule: RestDayRule,
  calendar: HolidayCalendar,
): readonly BusinessDate[] {
  const unmoved = (step: number): BusinessDate =>
    firstDueOn ? dateAfterPeriods(firstDueOn, step, frequency) : dateAfterPeriods(startsOn, step + 1, frequency)
  const dates: BusinessDate[] = []
  for (let step = 0; dates.length < installments; step += 1) {
    assert(step <= installments + stepsMax, 'a calendar has working days')
    const wanted = unmoved(step)
    if (rule === 'next-repayment' && !isWorkingDay(wanted, calendar)) continue
    const date = movedBy(wanted, rule, calendar)
    if (date > (dates.at(-1) ?? startsOn)) dates.push(date)
  }
  return dates
}
