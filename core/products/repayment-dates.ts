import { adjustDate, type DateAdjustment } from '../calendar/adjust-date.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { type HolidayCalendar, isWorkingDay } from '../calendar/working-days.ts'
import { dateAfterPeriods } from '../schedule/due-dates.ts'
import type { Frequency } from '../schedule/schedule-terms.ts'
import type { RestDayRule } from './loan-schedule-terms.ts'

/** From when, how often and how many times; where no first date is agreed, the first installment is due a period after the start. */
export interface Repaying {
  readonly startsOn: BusinessDate
  readonly firstDueOn?: BusinessDate
  readonly frequency: Frequency
  readonly installments: number
}

const unmovedDate = ({ startsOn, firstDueOn, frequency }: Repaying, place: number): BusinessDate =>
  firstDueOn === undefined
    ? dateAfterPeriods(startsOn, place + 1, frequency)
    : dateAfterPeriods(firstDueOn, place, frequency)

const adjustments: Readonly<Record<RestDayRule, DateAdjustment>> = {
  leave: 'none',
  following: 'following',
  'modified-following': 'modified-following',
  preceding: 'preceding',
  'next-repayment': 'following',
}

/** Who repays on Sundays where nobody works on Sundays would never repay: after so many, the day after counts. */
const skipsMax = 60

/**
 * The days on which installments are due, no two of them the same: each keeps its place in the series, and where nobody works on it the
 * product's rule says what becomes of it. Where it would fall on the one before it, it is due with the next period instead. Rule: P10.
 */
export function repaymentDates(
  repaying: Repaying,
  rule: RestDayRule,
  calendar: HolidayCalendar,
): readonly BusinessDate[] {
  const dates: BusinessDate[] = []
  let skips = 0
  for (let place = 0; dates.length < repaying.installments; place += 1) {
    const due = unmovedDate(repaying, place)
    if (rule === 'next-repayment' && skips < skipsMax && !isWorkingDay(due, calendar)) {
      skips += 1
      continue
    }
    const moved = adjustDate(due, adjustments[rule], calendar)
    if (moved > (dates.at(-1) ?? repaying.startsOn)) dates.push(moved)
  }
  return dates
}
