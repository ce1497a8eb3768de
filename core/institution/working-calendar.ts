import { z } from 'zod'
import { businessDateSchema, partsOf } from '../calendar/business-date.ts'
import { type HolidayCalendar, holidaysMax, restDaysMax, weekdays } from '../calendar/working-days.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { keyed } from '../decision/keyed.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import { nameSchema } from '../text-fields.ts'

const holidaySchema = z.strictObject({ on: businessDateSchema, name: nameSchema })
export type Holiday = z.infer<typeof holidaySchema>

const isDistinct = (values: readonly string[]): boolean => new Set(values).size === values.length

function isYearly(holidays: readonly Holiday[]): boolean {
  const years = new Map<number, number>()
  for (const { year } of holidays.map(({ on }) => partsOf(on))) years.set(year, (years.get(year) ?? 0) + 1)
  return [...years.values()].every(count => count <= holidaysMax.ofYear)
}

const calendarShape = {
  restDays: z
    .array(z.enum(weekdays))
    .max(restDaysMax, { error: 'too-many' })
    .refine(isDistinct, { error: 'said-before' }),
  holidays: z
    .array(holidaySchema)
    .max(holidaysMax.all, { error: 'too-many' })
    .refine(holidays => isDistinct(holidays.map(({ on }) => on)), { error: 'said-before' })
    .refine(isYearly, { error: 'too-many' }),
}

/** When nobody works at the institution: days of every week, and single days with their names. */
export const calendarSet = z.strictObject(calendarShape)
export type WorkingCalendar = z.infer<typeof calendarSet>

/** The whole calendar: what is not in it any more is a working day again. */
export const setCalendarSchema = z.strictObject({ ...keyed, type: z.literal('calendar.set'), ...calendarShape })
export type SetCalendar = z.infer<typeof setCalendarSchema>

export const holidayCalendar = ({ restDays, holidays }: WorkingCalendar): HolidayCalendar => ({
  weekend: restDays,
  holidays: new Set(holidays.map(({ on }) => on)),
})

/** Head office says when nobody works; the newest saying holds, for the loans that are paid out after it. Rule: P12. */
export const setCalendar = (
  _state: null,
  { restDays, holidays }: SetCalendar,
  _context: Context,
): Result<Decision, Refusal> =>
  ok({
    type: 'calendar.set',
    class: 'decision',
    entries: [],
    body: {
      restDays: weekdays.filter(day => restDays.includes(day)),
      holidays: holidays.toSorted((one, other) => (one.on < other.on ? -1 : 1)),
    },
    isReference: true,
  })
