import type { Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import { projectionTables } from './schema.ts'

/** The tables that can be rebuilt from the journal, besides the lines. */
export const projectionNames: readonly string[] = [
  ...projectionTables.matchAll(/^CREATE (?:VIRTUAL )?TABLE (\w+)/gm),
].flatMap(([, name]) => (name === undefined ? [] : [name]))

/** SQLite looks an unqualified name up in `temp` before `main`: these tables stand in front of the stored ones. */
const shadowTables = projectionTables
  .replace(/^CREATE TABLE /gm, 'CREATE TEMP TABLE ')
  .replace(/^CREATE VIRTUAL TABLE /gm, 'CREATE VIRTUAL TABLE temp.')
  .replace(/^CREATE (UNIQUE )?INDEX /gm, 'CREATE $1INDEX temp.')
  .concat('CREATE TEMP TABLE line AS SELECT * FROM main.line LIMIT 0;')

/**
 * Runs `work` on one reading of the file while empty tables in memory stand in front of every projection and of the lines. What
 * the appliers write goes there, through the very functions that write the books, and is gone afterwards; the stored tables
 * are `main.…`. Works on a file that is open for reading only.
 */
export function inShadow<T>(db: Database, work: () => T): T {
  begin(db)
  try {
    return work()
  } finally {
    end(db)
  }
}

/** As `inShadow`, for work that lets others be served between its steps. */
export function* inShadowBySteps<S, T>(db: Database, work: () => Generator<S, T>): Generator<S, T> {
  begin(db)
  try {
    return yield* work()
  } finally {
    end(db)
  }
}

function begin(db: Database): void {
  assert(!db.inTransaction, 'a shadow begins its own reading')
  db.exec('BEGIN')
  db.exec(shadowTables)
}

function end(db: Database): void {
  if (db.open && db.inTransaction) db.exec('ROLLBACK')
}

/** Empties the lines in memory once they have been looked at: what remains grows with clients and accounts, not with records. */
export const forgetShadowLines = (db: Database): void => {
  db.exec('DELETE FROM temp.line')
}

/** The tables in memory as they were at the beginning. */
export function emptyShadow(db: Database): void {
  for (const name of ['line', ...projectionNames]) db.exec(`DROP TABLE temp.${name}`)
  db.exec(shadowTables)
}
