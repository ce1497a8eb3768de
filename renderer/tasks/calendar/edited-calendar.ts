import { type BusinessDate, dateOf, partsOf } from '../../../core/calendar/business-date.ts'
import { daysInMonth } from '../../../core/calendar/civil-day.ts'
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

const yearOf = ({ on }: Holiday): number => partsOf(on).year

/** The year after the last that has any; nothing while none has. */
export function nextYearOf(holidays: readonly Holiday[]): number | undefined {
  const last = holidays.at(-1)
  return last && yearOf(last) + 1
}

/** The holidays of one year again in the next, each on the same day where that year has one. */
export function repeatedIn(holidays: readonly Holiday[], year: number): Holiday[] {
  const again = holidays.flatMap(({ on, name }) => {
    const day = partsOf(on)
    const isThere = day.year === year - 1 && day.day <= daysInMonth(year, day.month)
    return isThere ? [{ on: dateOf({ ...day, year }), name }] : []
  })
  return byDay([...holidays, ...again])
}

export const isSameCalendar = (one: WorkingCalendar, other: WorkingCalendar): boolean => textOf(one) === textOf(other)

const textOf = ({ restDays, holidays }: WorkingCalendar): string =>
  JSON.stringify([restDays, holidays.map(({ on, name }) => [on, name])])
