import type { Database } from 'better-sqlite3'
import { businessDate } from '../calendar/business-date.ts'
import { type HolidayCalendar, weekdays } from '../calendar/working-days.ts'
import { holidayCalendar, type WorkingCalendar } from '../institution/working-calendar.ts'
import { prepared } from './run.ts'

const restDays = prepared<Record<never, never>, { weekday: string }>(db =>
  db.selectFrom('rest_day').select('weekday').orderBy('place'),
)
const holidays = prepared<Record<never, never>, { date: string; name: string }>(db =>
  db.selectFrom('holiday').selectAll().orderBy('date'),
)

/** What head office said last; before that, everybody works every day. */
export function workingCalendar(db: Database): WorkingCalendar {
  const resting = new Set(restDays.all(db, {}).map(({ weekday }) => weekday))
  return {
    restDays: weekdays.filter(day => resting.has(day)),
    holidays: holidays.all(db, {}).map(({ date, name }) => ({ on: businessDate(date), name })),
  }
}

/** The same as dates are counted with. */
export const calendarOf = (db: Database): HolidayCalendar => holidayCalendar(workingCalendar(db))
