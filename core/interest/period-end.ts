import { addDays, type BusinessDate, businessDate, daysBetween } from '../calendar/business-date.ts'
import { addMonths, monthsBetween } from '../calendar/months.ts'

export const periodLengths = ['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const
export type PeriodLength = (typeof periodLengths)[number]

/** Days on which periods begin, once and for all: every later period is counted from them. */
export interface PeriodGrid {
  readonly months: BusinessDate
  readonly weeks: BusinessDate
}

/** A Monday. */
const firstMonday = businessDate('1900-01-01')

/** Periods of the calendar: weeks from Monday (ISO 8601), and months of a year that begins in the given month. */
export const calendarGrid = (yearStartMonth: number): PeriodGrid => ({
  months: addMonths(businessDate('1900-01-01'), yearStartMonth - 1),
  weeks: firstMonday,
})

/** Periods that begin on the day an account was opened, and on that day of later months. */
export const openingGrid = (openedOn: BusinessDate): PeriodGrid => ({ months: openedOn, weeks: openedOn })

const monthsIn: Readonly<Record<Exclude<PeriodLength, 'daily' | 'weekly'>, number>> = {
  monthly: 1,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
}

function nextStart(date: BusinessDate, length: PeriodLength, { months, weeks }: PeriodGrid): BusinessDate {
  if (length === 'daily') return addDays(date, 1)
  if (length === 'weekly') return addDays(weeks, (Math.floor(daysBetween(weeks, date) / 7) + 1) * 7)
  const size = monthsIn[length]
  const begun = Math.floor(monthsBetween(months, date) / size)
  const start = addMonths(months, begun * size)
  return start > date ? start : addMonths(months, (begun + 1) * size)
}

/** The last day of the period that a date lies in. Rule: I6. */
export const periodEnd = (date: BusinessDate, length: PeriodLength, grid: PeriodGrid): BusinessDate =>
  addDays(nextStart(date, length, grid), -1)
