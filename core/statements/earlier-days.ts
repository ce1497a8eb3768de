import { addDays, type BusinessDate, businessDate, daysBetween, partsOf } from '../calendar/business-date.ts'
import { addMonths, addMonthsKeepingEnd, isMonthEnd, monthEnd, monthsBetween } from '../calendar/months.ts'
import type { Days } from './statement-request.ts'

/** Nothing of these books can be older: what would be is not compared. */
const oldest = businessDate('1902-01-01')

/** The span of the same length right before: whole months before whole months, else as many days; before a day, the end of the month before it. */
export function spanBefore({ from, to }: Days): Days | undefined {
  if (to < oldest || (from !== undefined && from < oldest)) return undefined
  if (from === undefined) return { to: monthEnd(addMonths(to, -1)) }
  const isWholeMonths = partsOf(from).day === 1 && isMonthEnd(to)
  if (!isWholeMonths) return shifted({ from, to }, date => addDays(date, -1 - daysBetween(from, to)))
  const months = monthsBetween(from, to) + 1
  return shifted({ from, to }, date => (date === to ? addMonthsKeepingEnd(date, -months) : addMonths(date, -months)))
}

/** The same days a year before. */
export const yearBefore = (days: Days): Days | undefined =>
  days.to < oldest || (days.from !== undefined && days.from < oldest)
    ? undefined
    : shifted(days, date => (date === days.to ? addMonthsKeepingEnd(date, -12) : addMonths(date, -12)))

const shifted = ({ from, to }: Days, shift: (date: BusinessDate) => BusinessDate): Days => ({
  ...(from === undefined ? {} : { from: shift(from) }),
  to: shift(to),
})
