import type { Database } from 'better-sqlite3'
import { calendarSet } from '../../institution/working-calendar.ts'
import { prepared } from '../run.ts'
import type { Applied } from './applied.ts'

const noRestDays = prepared<Record<never, never>, unknown>(db => db.deleteFrom('rest_day'))
const noHolidays = prepared<Record<never, never>, unknown>(db => db.deleteFrom('holiday'))
const insertRestDay = prepared<{ place: number; weekday: string }, unknown>((db, param) =>
  db.insertInto('rest_day').values({ place: param('place'), weekday: param('weekday') }),
)
const insertHoliday = prepared<{ on: string; name: string }, unknown>((db, param) =>
  db.insertInto('holiday').values({ date: param('on'), name: param('name') }),
)

export const calendarAppliers = {
  'calendar.set': (db: Database, { record }: Applied) => {
    const { restDays, holidays } = calendarSet.parse(record.body)
    noRestDays.run(db, {})
    noHolidays.run(db, {})
    for (const [place, weekday] of restDays.entries()) insertRestDay.run(db, { place, weekday })
    for (const holiday of holidays) insertHoliday.run(db, holiday)
  },
}
