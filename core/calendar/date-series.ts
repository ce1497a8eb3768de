import { assert } from '../assert.ts'
import type { BusinessDate } from './business-date.ts'
import { addMonths, isMonthEnd, monthEnd } from './months.ts'
import type { Span } from './span.ts'
import { type HolidayCalendar, isWorkingMonthEnd } from './working-days.ts'

/**
 * What becomes of a series that is counted from the last day of a month: it keeps the day (28 February, 28 March), or it keeps to last
 * days (28 February, 31 March). With a calendar, the last working day of a month counts as a last day too.
 */
export type MonthEndRule =
  | { readonly keeps: 'day' }
  | { readonly keeps: 'month-end'; readonly calendar?: HolidayCalendar }

export interface SeriesStep {
  readonly months: number
  readonly monthEnds: MonthEndRule
}

const isLastDay = (date: BusinessDate, calendar: HolidayCalendar | undefined): boolean =>
  calendar ? isWorkingMonthEnd(date, calendar) : isMonthEnd(date)

/** The date that lies `steps` periods after the seed, or before it. */
function dateAfter(seed: BusinessDate, steps: number, { months, monthEnds }: SeriesStep): BusinessDate {
  const date = addMonths(seed, steps * months)
  return monthEnds.keeps === 'month-end' && isLastDay(seed, monthEnds.calendar) ? monthEnd(date) : date
}

/** So many dates, the first of them `start`. Rule: M14. */
export const seriesByCount = (start: BusinessDate, count: number, step: SeriesStep): readonly BusinessDate[] =>
  Array.from({ length: count }, (_, index) => (index === 0 ? start : dateAfter(start, index, step)))

/** Counted forward from `start`, or from `firstDate` after a first period of another length; a short period is the last. Rule: M14. */
export function seriesForward(
  { start, end, firstDate = start }: Span & { readonly firstDate?: BusinessDate },
  step: SeriesStep,
): readonly BusinessDate[] {
  assert(start <= firstDate && firstDate <= end, 'a series runs from start to end')
  const dates = firstDate === start ? [] : [start]
  for (let count = 0, date = firstDate; date < end; count += 1, date = dateAfter(firstDate, count, step))
    dates.push(date)
  return [...dates, end]
}

/** Counted back from `end`, or from `nextToLastDate` before a last period of another length; a short period is the first. Rule: M14. */
export function seriesBackward(
  { start, end, nextToLastDate = end }: Span & { readonly nextToLastDate?: BusinessDate },
  step: SeriesStep,
): readonly BusinessDate[] {
  assert(start <= nextToLastDate && nextToLastDate <= end, 'a series runs from start to end')
  const dates = nextToLastDate === end ? [] : [end]
  for (let count = 0, date = nextToLastDate; date > start; count += 1, date = dateAfter(nextToLastDate, -count, step))
    dates.push(date)
  return [...dates, start].reverse()
}
