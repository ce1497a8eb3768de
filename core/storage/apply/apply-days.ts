import type { Database } from 'better-sqlite3'
import { dayMarked } from '../../business-day/day-records.ts'
import { prepared } from '../run.ts'
import type { Applied } from './applied.ts'
import { expireHolds } from './apply-holds.ts'

const insertDay = prepared<{ logNo: number; date: string; branchId: string; position: number }, unknown>((db, param) =>
  db.insertInto('business_day').values({
    log_no: param('logNo'),
    date: param('date'),
    branch_id: param('branchId'),
    opened_position: param('position'),
    closed_position: null,
  }),
)
const closeDay = prepared<{ logNo: number; date: string; position: number }, unknown>((db, param) =>
  db
    .updateTable('business_day')
    .set({ closed_position: param('position') })
    .where('log_no', '=', param('logNo'))
    .where('date', '=', param('date')),
)

export const dayAppliers = {
  'day.opened': (db: Database, applied: Applied) => {
    const { logNo, position, record } = applied
    const { date } = dayMarked.parse(record.body)
    insertDay.run(db, { logNo, date, branchId: record.branch, position })
    expireHolds(db, applied, date)
  },
  'day.closed': (db: Database, { logNo, position, record }: Applied) => {
    closeDay.run(db, {
      logNo,
      date: dayMarked.parse(record.body).date,
      position,
    })
  },
}
