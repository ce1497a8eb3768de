import Sqlite, { type Database } from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { makeBranch, openForBusiness } from '../support/branch.ts'
import { spoiledOnPurpose } from '../support/made-books.ts'

/** Books with a deposit and an event of the audit trail that is in no record yet. */
function bytesOfBooks(): Buffer {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 500_000n, currency: 'KES' })
  const { db } = branch.books
  spoiledOnPurpose(branch, 'an event of the audit trail is put in with any hash')
  db.exec("INSERT INTO audit_event (n, at, kind, times, hash) VALUES (1, '2026-03-02', 'signed-in', 1, zeroblob(32))")
  return db.serialize()
}

const bytes = bytesOfBooks()

function openCopy(of: Buffer = bytes): Database {
  const db = new Sqlite(of)
  db.pragma('recursive_triggers = ON')
  return db
}

const met = (db: Database, sql: string): string => {
  try {
    db.exec(sql)
    return 'accepted'
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

const recordAfter = (seq: string): string =>
  `INSERT INTO record SELECT 100, log_no, ${seq}, 'another', type, class, actor, branch, business_date, value_date, recorded_at, NULL,
   hash, signature, bytes FROM record ORDER BY position DESC LIMIT 1`
const line = (position: number, place: number, amount: number): string =>
  `INSERT INTO line VALUES (${position}, 9, ${place}, '1110', NULL, 'KES', ${amount}, NULL, '2026-03-02', '2026-03-02');`
const event = (n: number): string =>
  `INSERT INTO audit_event (n, at, kind, times, hash) VALUES (${n}, '2026-03-02', 'locked', 1, zeroblob(32))`

/** What only this one guard refuses. A trigger that is new needs its line here. */
const offences: Readonly<Record<string, string>> = {
  record_refuses_update: "UPDATE record SET type = 'x'",
  record_refuses_delete: 'DELETE FROM record WHERE position NOT IN (SELECT position FROM line)',
  line_refuses_update: 'UPDATE line SET amount_minor = amount_minor + 1',
  line_refuses_delete: 'DELETE FROM line',
  line_comes_before_record: line(1, 0, 5),
  record_is_dense: recordAfter('seq + 2'),
  record_balances: `BEGIN; ${line(100, 0, 101)} ${line(100, 1, -100)} ${recordAfter('seq + 1')}; COMMIT`,
  audit_event_refuses_update: "UPDATE audit_event SET kind = 'x'",
  audit_event_refuses_delete: 'DELETE FROM audit_event',
  audit_event_refuses_insert: event(3),
}

describe('each guard is needed: without it alone the books take what it refuses', () => {
  const triggers = openCopy().prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]

  test.each(triggers)('[J6][J7][J8][U5] %s', name => {
    const offence = offences[name]
    expect(offence, `say in this file what ${name} refuses`).toBeDefined()
    const guarded = openCopy()
    expect(met(guarded, offence ?? '')).toMatch(
      /only added to|only into the journal|no gaps|no more lines|debits equal credits/,
    )
    const unguarded = openCopy()
    unguarded.exec(`DROP TRIGGER ${name}`)
    expect(met(unguarded, offence ?? '')).toBe('accepted')
  })
})

interface Check {
  readonly table: string
  readonly sql: string
  /** As it stands in the table's text. */
  readonly text: string
  readonly column: string
}

const checks: readonly Check[] = (
  openCopy().prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%CHECK (%'").all() as {
    name: string
    sql: string
  }[]
).flatMap(({ name, sql }) =>
  [...sql.matchAll(/ CHECK \(((?:[^()]|\([^()]*\))*)\)/g)].map(([text, inside = '']) => ({
    table: name,
    sql,
    text,
    column: /\w+/.exec(inside.replace(/^length\(/, ''))?.[0] ?? '',
  })),
)

/** A value that satisfies the check, and one that does not. */
function valuesFor(text: string): { readonly good: string; readonly bad: string } {
  const [, bytesWanted] = /length\(\w+\) = (\d+)/.exec(text) ?? []
  if (bytesWanted) return { good: `zeroblob(${bytesWanted})`, bad: `zeroblob(${Number(bytesWanted) - 1})` }
  if (/ > 0/.test(text)) return { good: '1', bad: '0' }
  if (/ >= 0/.test(text)) return { good: '0', bad: '-1' }
  if (/ <> 0/.test(text)) return { good: '1', bad: '0' }
  if (/ IN \(0, 1\)/.test(text)) return { good: '1', bad: '2' }
  if (/ = 1/.test(text)) return { good: '1', bad: '2' }
  throw new Error(`say in this file what satisfies ${text}`)
}

/** A row that all checks of the table take, but for one. */
function badRow(db: Database, { table, text: broken }: Check): string {
  const columns = db.pragma(`table_info(${table})`) as { name: string; type: string }[]
  const values = columns.map(({ name, type }) => {
    const check = checks.find(one => one.table === table && one.column === name)
    if (check) return valuesFor(check.text)[check.text === broken ? 'bad' : 'good']
    return type === 'BLOB' ? 'zeroblob(1)' : type === 'TEXT' ? "'x'" : '7'
  })
  return `INSERT INTO ${table} VALUES (${values.join()})`
}

/** The same file without one check: its text is taken out of the schema, and the file opened anew. */
function without({ table, sql, text }: Check): Database {
  const db = openCopy()
  db.unsafeMode()
  db.pragma('writable_schema = ON')
  db.prepare('UPDATE sqlite_schema SET sql = ? WHERE name = ?').run(sql.replace(text, ''), table)
  return openCopy(db.serialize())
}

describe('each check of a column is needed', () => {
  test.each(checks)('[J6][G9][V4] $table:$text', check => {
    const offer = (db: Database): string => {
      const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]
      for (const name of triggers) db.exec(`DROP TRIGGER ${name}`)
      db.pragma('foreign_keys = OFF')
      db.exec(`DELETE FROM ${check.table}`)
      return met(db, badRow(db, check))
    }
    expect(offer(openCopy())).toMatch(/^CHECK constraint failed/)
    expect(offer(without(check))).toBe('accepted')
  })
})
