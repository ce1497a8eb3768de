import type { Database } from 'better-sqlite3'
import { present } from '../../assert.ts'
import { periodClosed, periodReopened, yearClosed, yearReopened } from '../../periods/period-records.ts'
import { recordAt } from '../records.ts'
import { prepared } from '../run.ts'
import type { Applied } from './applied.ts'
import { linkReversal } from './apply-corrections.ts'

const insertPeriod = prepared<{ period: string; position: number }, unknown>((db, param) =>
  db.insertInto('period').values({ month: param('period'), closed_position: param('position') }),
)
const deletePeriod = prepared<{ period: string }, unknown>((db, param) =>
  db.deleteFrom('period').where('month', '=', param('period')),
)
const insertClosing = prepared<{ position: number; year: number; branchId: string }, unknown>((db, param) =>
  db.insertInto('year_closing').values({
    position: param('position'),
    year: param('year'),
    branch_id: param('branchId'),
    reopened_position: null,
  }),
)
const reopenClosing = prepared<{ closing: number; position: number }, unknown>((db, param) =>
  db
    .updateTable('year_closing')
    .set({ reopened_position: param('position') })
    .where('position', '=', param('closing')),
)

export const periodAppliers = {
  'period.closed': (db: Database, { position, record }: Applied) => {
    insertPeriod.run(db, { period: periodClosed.parse(record.body).period, position })
  },
  'period.reopened': (db: Database, { record }: Applied) => {
    deletePeriod.run(db, { period: periodReopened.parse(record.body).period })
  },
  'year.closed': (db: Database, { position, record }: Applied) => {
    insertClosing.run(db, { ...yearClosed.parse(record.body), position })
  },
  'year.reopened': (db: Database, { position, record }: Applied) => {
    const { record: ref } = yearReopened.parse(record.body)
    const closing = present(recordAt(db, ref), 'a year is reopened after it was closed').position
    reopenClosing.run(db, { closing, position })
    linkReversal(db, { position: closing, reversedBy: position })
  },
}
