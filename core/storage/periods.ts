import type { Database } from 'better-sqlite3'
import { type Period, period, periodOf } from '../calendar/period.ts'
import type { JournalRecord } from '../journal/record.ts'
import { closingTypes } from '../periods/period-records.ts'
import { prepared } from './run.ts'

const newest = prepared<Record<never, never>, { month: string | null }>(db =>
  db.selectFrom('period').select(eb => eb.fn.max('month').as('month')),
)

interface ClosedRow {
  month: string
  closed_position: number
  log_id: string
  seq: number
  recorded_at: string
  actor_name: string | null
  late: number
}

const closed = prepared<Record<never, never>, ClosedRow>(db =>
  db
    .selectFrom('period')
    .innerJoin('record', 'record.position', 'period.closed_position')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .leftJoin('staff', 'staff.staff_id', 'record.actor')
    .select(eb => [
      'period.month',
      'period.closed_position',
      'log.log_id',
      'record.seq',
      'record.recorded_at',
      'staff.name as actor_name',
      eb
        .selectFrom('late_record')
        .select(inner => inner.fn.countAll<number>().as('late'))
        .whereRef('late_record.month', '=', 'period.month')
        .whereRef('late_record.position', '>', 'period.closed_position')
        .as('late'),
    ])
    .orderBy('period.month'),
)
const late = prepared<{ month: string; limit: number }, { position: number; month: string }>((db, param) =>
  db
    .selectFrom('late_record')
    .innerJoin('period', 'period.month', 'late_record.month')
    .select(['late_record.position', 'late_record.month'])
    .whereRef('late_record.position', '>', 'period.closed_position')
    .where(eb => eb.or([eb(param('month'), '=', ''), eb('late_record.month', '=', param('month'))]))
    .orderBy('late_record.position', 'desc')
    .limit(param('limit')),
)
const insertLate = prepared<{ position: number; month: string }, unknown>((db, param) =>
  db.insertInto('late_record').values({ position: param('position'), month: param('month') }),
)

/** The newest period that is closed; all before it are closed too. */
export function closedThrough(db: Database): Period | null {
  const month = newest.get(db, {})?.month
  return month ? period(month) : null
}

/** Every closed period with who closed it, when, and how many records came for it since. */
export const closedPeriods = (db: Database) => closed.all(db, {})

/** The records that came for a closed period after its closing, newest first; of one period, or of all. */
export const lateRecords = (db: Database, month: Period | undefined, limit: number) =>
  late.all(db, { month: month ?? '', limit })

/**
 * Notes a record that counts from a day of a period that is closed already: a fact from elsewhere, which nobody can refuse any more, or
 * a drawer that was open and had to be counted. Rule: G11.
 */
export function noteLate(db: Database, position: number, { entries, valueDate, type }: JournalRecord): void {
  if (entries.length === 0 || closingTypes.includes(type)) return
  const closedMonth = closedThrough(db)
  const month = periodOf(valueDate)
  if (closedMonth !== null && month <= closedMonth) insertLate.run(db, { position, month })
}
