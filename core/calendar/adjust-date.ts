import { type BusinessDate, daysBetween } from './business-date.ts'
import { monthsBetween } from './months.ts'
import { type HolidayCalendar, workingDayOnOrAfter, workingDayOnOrBefore } from './working-days.ts'

export const dateAdjustments = [
  'none',
  'following',
  'modified-following',
  'preceding',
  'modified-preceding',
  'nearest',
] as const
export type DateAdjustment = (typeof dateAdjustments)[number]

const inMonthOf = (date: BusinessDate, wanted: BusinessDate, otherwise: BusinessDate): BusinessDate =>
  monthsBetween(date, wanted) === 0 ? wanted : otherwise

function nearest(date: BusinessDate, before: BusinessDate, after: BusinessDate): BusinessDate {
  return daysBetween(before, date) < daysBetween(date, after) ? before : after
}

/**
 * Moves a date that is not a working day to one that is. The modified conventions do not leave the month; `nearest` goes forward when
 * both ways are equally far. A working day stays where it is.
 * Rule: M13. Source: 2006 ISDA Definitions, section 4.12, which names following, modified following, preceding and nearest.
 */
export function adjustDate(date: BusinessDate, adjustment: DateAdjustment, calendar: HolidayCalendar): BusinessDate {
  const before = workingDayOnOrBefore(date, calendar)
  const after = workingDayOnOrAfter(date, calendar)
  switch (adjustment) {
    case 'none':
      return date
    case 'following':
      return after
    case 'modified-following':
      return inMonthOf(date, after, before)
    case 'preceding':
      return before
    case 'modified-preceding':
      return inMonthOf(date, before, after)
    case 'nearest':
      return nearest(date, before, after)
  }
}
