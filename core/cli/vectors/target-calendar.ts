import { addDays, type BusinessDate, dateOf } from '../../calendar/business-date.ts'
import { easterSunday } from '../../calendar/easter.ts'
import type { HolidayCalendar } from '../../calendar/working-days.ts'

const holidaysIn = (year: number): readonly BusinessDate[] => [
  dateOf({ year, month: 1, day: 1 }),
  addDays(easterSunday(year), -2),
  addDays(easterSunday(year), 1),
  dateOf({ year, month: 5, day: 1 }),
  dateOf({ year, month: 12, day: 25 }),
  dateOf({ year, month: 12, day: 26 }),
]

/** The days on which payments in euro rest. Source: European Central Bank, long-term calendar of TARGET closing days, since 2002. */
export const targetCalendar = (firstYear: number, lastYear: number): HolidayCalendar => ({
  weekend: ['saturday', 'sunday'],
  holidays: new Set(
    Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index).flatMap(holidaysIn),
  ),
})
