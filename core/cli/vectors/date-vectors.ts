import { z } from 'zod'
import { adjustDate, type DateAdjustment } from '../../calendar/adjust-date.ts'
import { type BusinessDate, businessDateSchema, partsOf } from '../../calendar/business-date.ts'
import {
  type MonthEndRule,
  type SeriesStep,
  seriesBackward,
  seriesByCount,
  seriesForward,
} from '../../calendar/date-series.ts'
import type { HolidayCalendar, Weekday } from '../../calendar/working-days.ts'
import { targetCalendar } from './target-calendar.ts'
import { firstDifference } from './vector-kind.ts'

const adjustmentNamed = {
  NONE: 'none',
  FOLLOWING: 'following',
  MODIFIED_FOLLOWING: 'modified-following',
  PRECEDING: 'preceding',
  MODIFIED_PRECEDING: 'modified-preceding',
  NEAREST: 'nearest',
} as const satisfies Record<string, DateAdjustment>

const weekdayNamed = {
  MON: 'monday',
  TUE: 'tuesday',
  WED: 'wednesday',
  THU: 'thursday',
  FRI: 'friday',
  SAT: 'saturday',
  SUN: 'sunday',
} as const satisfies Record<string, Weekday>

const conventionSchema = z
  .enum(['NONE', 'FOLLOWING', 'MODIFIED_FOLLOWING', 'PRECEDING', 'MODIFIED_PRECEDING', 'NEAREST'])
  .transform(name => adjustmentNamed[name])
const weekendSchema = z.array(
  z.enum(['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']).transform(name => weekdayNamed[name]),
)
const holidaysSchema = z.array(businessDateSchema).transform(dates => new Set(dates))

export const adjustmentSchema = z.strictObject({
  kind: z.literal('adjust'),
  convention: conventionSchema,
  weekend: weekendSchema,
  holidays: holidaysSchema,
  date: businessDateSchema,
  expected: businessDateSchema,
})

export const adjustmentDifference = (given: z.infer<typeof adjustmentSchema>): string | null =>
  firstDifference([['moved to', given.expected, adjustDate(given.date, given.convention, given)]])

export const seriesSchema = z.strictObject({
  kind: z.literal('schedule'),
  start: businessDateSchema,
  firstDate: businessDateSchema.optional(),
  nextToLastDate: businessDateSchema.optional(),
  end: businessDateSchema.optional(),
  count: z.int().positive().optional(),
  frequencyMonths: z.int().positive(),
  endOfMonth: z.boolean(),
  direction: z.enum(['forward', 'backward']).optional(),
  convention: conventionSchema,
  weekend: weekendSchema.default([]),
  holidays: holidaysSchema.default(new Set()),
  calendarNote: z.string().optional(),
  calendarEndOfMonth: z.string().optional(),
  rule: z.string().optional(),
  published: z.boolean().optional(),
  expected: z.array(businessDateSchema),
})
type SeriesCase = z.infer<typeof seriesSchema>

/** Where a file speaks of the calendar's month end it means working days of TARGET. */
function monthEndsOf({ endOfMonth, calendarEndOfMonth, start, expected }: SeriesCase): MonthEndRule {
  if (!endOfMonth) return { keeps: 'day' }
  if (calendarEndOfMonth === undefined) return { keeps: 'month-end' }
  const last = expected.at(-1) ?? start
  return { keeps: 'month-end', calendar: targetCalendar(partsOf(start).year, partsOf(last).year + 1) }
}

function datesOf(given: SeriesCase, step: SeriesStep): readonly BusinessDate[] | null {
  const { start, end, count, firstDate, nextToLastDate } = given
  if (end === undefined) return count === undefined ? null : seriesByCount(start, count, step)
  return given.direction === 'backward'
    ? seriesBackward({ start, end, ...(nextToLastDate && { nextToLastDate }) }, step)
    : seriesForward({ start, end, ...(firstDate && { firstDate }) }, step)
}

export function seriesDifference(given: SeriesCase): string | null {
  const calendar: HolidayCalendar = given
  const dates = datesOf(given, { months: given.frequencyMonths, monthEnds: monthEndsOf(given) })
  if (dates === null) return 'not understood: neither a number of dates nor a last one'
  const moved = dates.map(date => adjustDate(date, given.convention, calendar))
  return firstDifference([['dates', given.expected.join(' '), moved.join(' ')]])
}
