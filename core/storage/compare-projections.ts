import type { Database } from 'better-sqlite3'
import { projectionNames } from './shadow.ts'

/** A row of a projection that is not what the journal makes of it; null where there is no such row. */
export interface Difference {
  readonly table: string
  /** The values of the row's primary key. */
  readonly key: string
  readonly stored: Readonly<Record<string, unknown>> | null
  readonly rebuilt: Readonly<Record<string, unknown>> | null
}

interface Column {
  readonly name: string
  readonly pk: number
}

const rowsPerTableMax = 20

/** Every projection against its shadow, row by row; at most twenty rows a table. The caller holds a shadow that is replayed. */
export const differencesFromShadow = (db: Database): readonly Difference[] =>
  projectionNames.flatMap(table => differencesIn(db, table))

function differencesIn(db: Database, table: string): Difference[] {
  const columns = columnsOf(db, 'temp', table)
  if (namesOf(columnsOf(db, 'main', table)) !== namesOf(columns))
    return [{ table, key: '', stored: null, rebuilt: null }]
  const only = (schema: string, other: string) =>
    rowsByKey(db, columns, `SELECT * FROM ${schema}.${table} EXCEPT SELECT * FROM ${other}.${table}`)
  const stored = only('main', 'temp')
  const rebuilt = only('temp', 'main')
  return [...new Set([...stored.keys(), ...rebuilt.keys()])].map(key => ({
    table,
    key,
    stored: stored.get(key) ?? null,
    rebuilt: rebuilt.get(key) ?? null,
  }))
}

const columnsOf = (db: Database, schema: string, table: string): readonly Column[] =>
  db.pragma(`${schema}.table_info(${table})`) as Column[]

const namesOf = (columns: readonly Column[]): string => columns.map(({ name }) => name).join()

/** A table without a primary key (the search words) is known by its first column. */
function rowsByKey(db: Database, columns: readonly Column[], sql: string): Map<string, Record<string, unknown>> {
  const keyed = columns.filter(({ pk }) => pk > 0)
  const names = (keyed.length > 0 ? keyed : columns.slice(0, 1)).map(({ name }) => name)
  const rows = db.prepare(`${sql} LIMIT ${rowsPerTableMax}`).safeIntegers(true).all() as Record<string, unknown>[]
  return new Map(rows.map(row => [names.map(name => row[name]).join('/'), row]))
}
