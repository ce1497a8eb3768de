import { assert } from '../assert.ts'
import { type BusinessDate, dateOf, partsOf } from './business-date.ts'
import { daysInMonth } from './civil-day.ts'
import type { Span } from './span.ts'

export const isMonthEnd = (date: BusinessDate): boolean => {
  const { year, month, day } = partsOf(date)
  return day === daysInMonth(year, month)
}

export const isFebruaryEnd = (date: BusinessDate): boolean => date.slice(5, 7) === '02' && isMonthEnd(date)

/** The last day of the date's month. */
export function monthEnd(date: BusinessDate): BusinessDate {
  const { year, month } = partsOf(date)
  return dateOf({ year, month, day: daysInMonth(year, month) })
}

/** Months from the month of `from` to the month of `to`, whatever the days; negative when `to` is earlier. */
export function monthsBetween(from: BusinessDate, to: BusinessDate): number {
  const [first, last] = [partsOf(from), partsOf(to)]
  return (last.year - first.year) * 12 + last.month - first.month
}

/**
 * The same day `months` later (or earlier), clipped to the length of the month: one month after 31 January is 28 or 29 February.
 * Dates of a series are counted from its first date, never from one another, so that 31 January, 28 February, 31 March do not drift.
 */
export function addMonths(date: BusinessDate, months: number): BusinessDate {
  const { year, month, day } = partsOf(date)
  const monthIndex = year * 12 + month - 1 + months
  const target = { year: Math.floor(monthIndex / 12), month: (((monthIndex % 12) + 12) % 12) + 1 }
  return dateOf({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) })
}

/** As `addMonths`, but the last day of a month goes to the last day of the other month. */
export const addMonthsKeepingEnd = (date: BusinessDate, months: number): BusinessDate =>
  isMonthEnd(date) ? monthEnd(addMonths(date, months)) : addMonths(date, months)

export interface PeriodsBack {
  readonly periods: number
  /** Where the whole periods, counted back from `end`, begin: on `start` or less than a period after it. */
  readonly reached: BusinessDate
}

/**
 * How many whole periods of some months fit between two dates when they are counted back from the later one.
 * From a month's last day the count goes to last days.
 */
export function countBackMonths({ start, end }: Span, months: number): PeriodsBack {
  assert(start <= end, 'a span does not end before it begins')
  const most = Math.floor(monthsBetween(start, end) / months)
  const reached = addMonthsKeepingEnd(end, -most * months)
  return reached >= start
    ? { periods: most, reached }
    : { periods: most - 1, reached: addMonthsKeepingEnd(end, -(most - 1) * months) }
}
