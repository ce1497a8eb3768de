import type { Database } from 'better-sqlite3'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import { prepared, type Row } from '../storage/run.ts'
import type { RecordTable } from '../storage/tables/journal-tables.ts'
import { type BookScope, type ScopeParameters, scopeParameters } from './book-scope.ts'
import { compareText } from './compare-text.ts'

/** Where a record stands in the file, and in the order of a day. */
interface Place {
  readonly position: number
  readonly device_code: string
  readonly log_id: string
  readonly seq: number
}

interface DaySpan {
  readonly [name: string]: string | number
  readonly date: string
  readonly first: number
  readonly last: number
  readonly branch: string
}

const days = prepared<ScopeParameters, { value_date: string; first: number; last: number }>((db, param) =>
  db
    .selectFrom('record')
    .select(eb => ['value_date', eb.fn.min('position').as('first'), eb.fn.max('position').as('last')])
    .where('value_date', '>=', param('from'))
    .where('value_date', '<=', param('to'))
    .where(eb => eb('business_date', '=', eb.ref('value_date')))
    .where(eb => eb.or([eb(param('branch'), '=', ''), eb('branch', '=', param('branch'))]))
    .groupBy('value_date'),
)
const placesOfDay = prepared<DaySpan, Place>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select(['position', 'device_code', 'log_id', 'seq'])
    .where('position', '>=', param('first'))
    .where('position', '<=', param('last'))
    .where('value_date', '=', param('date'))
    .where('business_date', '=', param('date'))
    .where(eb => eb.or([eb(param('branch'), '=', ''), eb('branch', '=', param('branch'))])),
)
const backdated = prepared<ScopeParameters, Place & { value_date: string }>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select(['position', 'device_code', 'log_id', 'seq', 'value_date'])
    .where('value_date', '>=', param('from'))
    .where('value_date', '<=', param('to'))
    .where(eb => eb('business_date', '<>', eb.ref('value_date')))
    .where(eb => eb.or([eb(param('branch'), '=', ''), eb('branch', '=', param('branch'))])),
)
const columns = ['position', 'log_no', 'seq', 'hash', 'bytes'] as const
type ScopeRow = Pick<RecordTable, (typeof columns)[number]>
const atPosition = prepared<{ position: number }, ScopeRow>((db, param) =>
  db.selectFrom('record').select(columns).where('position', '=', param('position')),
)

/**
 * The value dates in the scope, in order, each with its records by device and sequence number. Records of a day lie together in the
 * file, but for those that count from an earlier day than they were booked on: only the places of these, and of one day, are in memory.
 */
export function* recordsByDay(
  db: Database,
  scope: BookScope,
): Generator<{ readonly date: BusinessDate; readonly records: Generator<Row<ScopeRow>> }> {
  const parameters = scopeParameters(scope)
  const spans = new Map(days.all(db, parameters).map(span => [span.valueDate, span]))
  const late = placesByDate(backdated.all(db, parameters))
  for (const date of [...new Set([...spans.keys(), ...late.keys()])].toSorted()) {
    const span = spans.get(date)
    const usual = span ? placesOfDay.all(db, { date, branch: parameters.branch, ...span }) : []
    const places = [...usual, ...(late.get(date) ?? [])].toSorted(byDeviceAndSequence)
    yield { date: businessDate(date), records: recordsAt(db, places) }
  }
}

const byDeviceAndSequence = (a: Row<Place>, b: Row<Place>): number =>
  compareText(a.deviceCode, b.deviceCode) || compareText(a.logId, b.logId) || a.seq - b.seq

function placesByDate(
  rows: readonly Row<Place & { value_date: string }>[],
): ReadonlyMap<string, readonly Row<Place>[]> {
  const places = new Map<string, Row<Place>[]>()
  for (const row of rows) {
    const known = places.get(row.valueDate)
    if (known) known.push(row)
    else places.set(row.valueDate, [row])
  }
  return places
}

function* recordsAt(db: Database, places: readonly Row<Place>[]): Generator<Row<ScopeRow>> {
  for (const { position } of places) {
    const row = atPosition.get(db, { position })
    if (row) yield row
  }
}
