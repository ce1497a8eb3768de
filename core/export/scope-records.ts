import type { Database } from 'better-sqlite3'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import { prepared, type Row } from '../storage/run.ts'
import type { RecordTable } from '../storage/tables.ts'
import { type BookScope, type ScopeParameters, scopeParameters } from './book-scope.ts'

interface DaySpan {
  readonly [name: string]: string | number
  readonly date: string
  readonly first: number
  readonly last: number
}

const days = prepared<ScopeParameters, { value_date: string; first: number; last: number }>((db, param) =>
  db
    .selectFrom('record')
    .select(eb => ['value_date', eb.fn.min('position').as('first'), eb.fn.max('position').as('last')])
    .where('value_date', '>=', param('from'))
    .where('value_date', '<=', param('to'))
    .where(eb => eb.or([eb(param('branch'), '=', ''), eb('branch', '=', param('branch'))]))
    .groupBy('value_date')
    .orderBy('value_date'),
)
const positionsOfDay = prepared<DaySpan & { branch: string }, { position: number }>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select('position')
    .where('position', '>=', param('first'))
    .where('position', '<=', param('last'))
    .where('value_date', '=', param('date'))
    .where(eb => eb.or([eb(param('branch'), '=', ''), eb('branch', '=', param('branch'))]))
    .orderBy('log.device_code')
    .orderBy('log.log_id')
    .orderBy('record.seq'),
)
const columns = ['position', 'log_no', 'seq', 'hash', 'bytes'] as const
type ScopeRow = Pick<RecordTable, (typeof columns)[number]>
const atPosition = prepared<{ position: number }, ScopeRow>((db, param) =>
  db.selectFrom('record').select(columns).where('position', '=', param('position')),
)

/** The value dates in the scope, in order, each with its records by device and sequence: a day's positions in memory at a time. */
export function* recordsByDay(
  db: Database,
  scope: BookScope,
): Generator<{ readonly date: BusinessDate; readonly records: Generator<Row<ScopeRow>> }> {
  const parameters = scopeParameters(scope)
  for (const { valueDate, first, last } of days.all(db, parameters)) {
    const span = { date: valueDate, first, last, branch: parameters.branch }
    yield { date: businessDate(valueDate), records: recordsAt(db, positionsOfDay.all(db, span)) }
  }
}

function* recordsAt(db: Database, places: readonly { readonly position: number }[]): Generator<Row<ScopeRow>> {
  for (const place of places) {
    const row = atPosition.get(db, place)
    if (row) yield row
  }
}
