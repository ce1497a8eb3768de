import type { Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import { decodeRecord, type RecordUnreadable } from '../journal/decode-record.ts'
import { ok, type Result } from '../result.ts'
import { insertLines } from './append.ts'
import type { Applied } from './apply/applied.ts'
import { applyRecord } from './apply/apply-record.ts'
import { freshenLoans, type StaleLoans } from './apply/loan-standing.ts'
import type { Books } from './books.ts'
import { type Difference, differencesFromShadow } from './compare-projections.ts'
import { guards } from './guards.ts'
import { inTransaction } from './in-transaction.ts'
import { journalPages } from './journal-pages.ts'
import { keepJournalWords } from './journal-words.ts'
import { addTurnover } from './log-turnover.ts'
import { noteLate } from './periods.ts'
import { projectionTables } from './schema.ts'
import { emptyShadow, forgetShadowLines, inShadow, projectionNames } from './shadow.ts'
import { lineTable } from './tables/journal-tables.ts'

/** Books a record that is in the journal already: its lines, their balances and its effect, exactly as `append` did. */
export function replay(db: Database, applied: Applied): void {
  const { position, logNo, record } = applied
  insertLines(db, position, record)
  addTurnover(db, logNo, record)
  keepJournalWords(db, position, record)
  noteLate(db, position, record)
  applyRecord(db, applied)
}

/** What the projections would be if they were made anew from the journal, and where the stored ones are not that. Changes nothing. */
export function compareProjections({ db }: Books): readonly Difference[] {
  return inShadow(db, () => {
    const replayed = replayAll(
      db,
      () => emptyShadow(db),
      () => forgetShadowLines(db),
    )
    assert(replayed.ok, 'the journal is readable')
    return differencesFromShadow(db)
  })
}

/**
 * Makes the lines and all projections anew from the journal, in one transaction: the tables, indexes and guards come out as this
 * program defines them. The records themselves are not touched. Refuses a journal with a record that cannot be read. Rule: V9.
 */
export function rebuildProjections({ db }: Books): Result<number, RecordUnreadable> {
  return inTransaction(db, () => {
    for (const name of triggerNames(db)) db.exec(`DROP TRIGGER "${name}"`)
    dropDerived(db)
    return makeDerived(db)
  })
}

/** Makes the lines, the projections and the guards in a file that has none of them; the caller holds the transaction. */
export function makeDerived(db: Database): Result<number, RecordUnreadable> {
  db.exec(lineTable + projectionTables)
  const replayed = replayAll(db, () => {
    dropDerived(db)
    db.exec(lineTable + projectionTables)
  })
  if (replayed.ok) db.exec(guards)
  return replayed
}

function dropDerived(db: Database): void {
  for (const name of ['line', ...projectionNames]) db.exec(`DROP TABLE IF EXISTS ${name}`)
}

const triggerNames = (db: Database): readonly string[] =>
  db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]

/** Each loan is replayed once, at the end; where that cannot be, everything is begun again with a replay at each record. Rule: L64. */
function replayAll(db: Database, empty: () => void, afterPage?: () => void): Result<number, RecordUnreadable> {
  const staleLoans: StaleLoans = new Set()
  const replayed = replayEach(db, { staleLoans }, afterPage)
  if (!replayed.ok || freshenLoans(db, staleLoans)) return replayed
  empty()
  return replayEach(db, {}, afterPage)
}

function replayEach(
  db: Database,
  loans: Pick<Applied, 'staleLoans'>,
  afterPage: () => void = () => undefined,
): Result<number, RecordUnreadable> {
  let records = 0
  for (const page of journalPages(db)) {
    for (const { position, logNo, bytes } of page) {
      const decoded = decodeRecord(bytes)
      if (!decoded.ok) return decoded
      replay(db, { position, logNo, record: decoded.value, ...loans })
    }
    records += page.length
    afterPage()
  }
  return ok(records)
}
