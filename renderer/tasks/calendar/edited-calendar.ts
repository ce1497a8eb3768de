import { type BusinessDate, lastDayEver } from '../../../core/calendar/business-date.ts'
import { addMonths } from '../../../core/calendar/months.ts'
import { type Weekday, weekdays } from '../../../core/calendar/working-days.ts'
import type { Holiday, WorkingCalendar } from '../../../core/institution/working-calendar.ts'

const byDay = (holidays: readonly Holiday[]): Holiday[] =>
  holidays.toSorted((one, other) => (one.on < other.on ? -1 : 1))

/** The days of the week in their order, one more of them or one less. */
export const withRestDay = (restDays: readonly Weekday[], day: Weekday, rests: boolean): Weekday[] =>
  weekdays.filter(weekday => (weekday === day ? rests : restDays.includes(weekday)))

export const withoutHoliday = (holidays: readonly Holiday[], on: BusinessDate): Holiday[] =>
  holidays.filter(holiday => holiday.on !== on)

/** With one more, which may stand for another. */
export const withHoliday = (holidays: readonly Holiday[], added: Holiday, instead?: BusinessDate): Holiday[] =>
  byDay([...holidays.filter(({ on }) => on !== instead), added])

const yearMonths = 12

/** No later one has a day a year later. */
const lastRepeated = addMonths(lastDayEver, -yearMonths)

/** A day of the year before, or one that no year has: only to compare with. */
const yearBefore = (date: BusinessDate): string => `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`

/** The holidays of the last twelve months that have any, again a year later, each on the same day where that year has it. */
export function repeatedAYearLater(holidays: readonly Holiday[]): Holiday[] {
  const after = yearBefore(holidays.at(-1)?.on ?? lastRepeated)
  const newest = holidays.filter(({ on }) => on > after && on <= lastRepeated)
  const again = newest.map(({ on, name }) => ({ on: addMonths(on, yearMonths), name }))
  return byDay([...holidays, ...again.filter(({ on }, place) => on.slice(8) === newest[place]?.on.slice(8))])
}

export const isSameCalendar = (one: WorkingCalendar, other: WorkingCalendar): boolean => textOf(one) === textOf(other)

const textOf = ({ restDays, holidays }: WorkingCalendar): string =>
  JSON.stringify([restDays, holidays.map(({ on, name }) => [on, name])])
