import type { Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import type { RecordUnreadable } from '../journal/decode-record.ts'
import type { Result } from '../result.ts'
import { inTransaction } from './in-transaction.ts'
import { makeDerived } from './rebuild.ts'
import { keptTables } from './schema.ts'

/** The version of the first issue; nobody has an older file. */
const firstIssued = 2

/**
 * What each version after the first issue did to the tables that are kept. A file of any version is brought to the newest in one
 * transaction: the steps after its own are executed, each table that is kept is made as the program's text says, its columns carried
 * over by name, and everything else (lines, projections, indexes, guards) is dropped and made anew from the journal.
 *
 * To change the schema: change the text of the table, and add one step at the end of this list, which makes one more version. The step
 * is empty where a projection, an index, a guard, or what an applier writes changed, and where a table that is kept is new. It is SQL
 * on the file as the version before left it where a table that is kept needs more than its columns of old: a column that may not be
 * empty (`ALTER TABLE ... ADD COLUMN ... DEFAULT`), another name, other values; such a step has a test of its own. A step never
 * changes once it is on the main branch. Then the list of versions in `test/core/storage/schema-versions.json` takes a line.
 * Records never change: where a record of an older program says less or says it otherwise, `apply/upcast.ts` reads it as one of today.
 */
const steps: readonly string[] = [
  /* 3: a server may have revoked the device */ 'ALTER TABLE sync_server ADD COLUMN is_revoked INTEGER NOT NULL DEFAULT 0',
  /* 4: a founding of the first issue has the account of opening balances */ '',
  /* 5: the close of business, and what it keeps of accounts and orders */ '',
  /* 6: the auditor's working papers */ '',
  /* 7: as of which days positions were revalued, how much cash may lie where, and the account of cash rounding */ '',
  /* 8: what is taken over with an account, and how the accounts of a log are found in their order */ '',
  /* 9: the terms of loans */ '',
  /* 10: what a closed account paid into another counts there as paid in */ '',
  /* 11: the loans, and how much of a loan a person approves */ '',
  /* 12: cash on its way waits on the credit side of its account */ '',
  /* 13: the steps of an application, and how the loans of a person that are due are found */ '',
  /* 14: who and what stands for a loan, and what is held for it */ '',
  /* 15: everybody who had a hand in a loan before it was decided on */ '',
  /* 16: how each loan stood on every day */ '',
  /* 17: groups of clients, and the loans of each */ '',
  /* 18: what the close of business keeps of a loan */ '',
  /* 19: the index of how loans stood has all that a day is summed from */ '',
  /* 20: which loan paid off which, and how often the dates of a loan were moved */ '',
  /* 21: the days on which nobody works */ '',
  /* 22: groups are found by name and number */ '',
  /* 23: what of the fees of a loan is an insurer's */ '',
  /* 24: what a guarantor has paid */ '',
  /* 25: how losses are provided for, and as of which days it was posted */ '',
  /* 26: what lateness costs a loan that is not looked at */ '',
]

export const newestVersion = firstIssued + steps.length

/** Makes a new file, or brings an older one to the newest version, whole or not at all. Refuses a journal that cannot be read. Rule: J14. */
export function migrate(db: Database): Result<unknown, RecordUnreadable> {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version === newestVersion) return { ok: true, value: null }
  assert(version === 0 || version >= firstIssued, 'no file is older than the first issue')
  // Tables that others refer to are made anew; SQLite turns foreign keys off only outside a transaction.
  db.pragma('foreign_keys = OFF')
  try {
    return inTransaction(db, () => {
      if (version > 0) for (const step of steps.slice(version - firstIssued)) db.exec(step)
      dropDerived(db)
      for (const made of kept) makeKept(db, made)
      const derived = makeDerived(db)
      assert(
        (db.pragma('foreign_key_check') as unknown[]).length === 0,
        'every line has its record, every record its log',
      )
      db.pragma(`user_version = ${newestVersion}`)
      return derived
    })
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

interface Made {
  readonly kind: 'TABLE' | 'INDEX'
  readonly name: string
  /** As SQLite keeps it in its schema. */
  readonly sql: string
}

const kept: readonly Made[] = [...keptTables.matchAll(/^CREATE (?:UNIQUE )?(TABLE|INDEX) (\w+)[^;]*/gm)].map(
  ([sql, kind, name = '']) => ({ kind: kind === 'TABLE' ? 'TABLE' : 'INDEX', name, sql }),
)

/** Drops every trigger, each table and index that the program does not keep, and each index that it makes otherwise. */
function dropDerived(db: Database): void {
  const objects = db.prepare('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL').all() as {
    type: string
    name: string
    sql: string
  }[]
  for (const { name } of objects.filter(({ type }) => type === 'trigger')) db.exec(`DROP TRIGGER "${name}"`)
  for (const { name, sql } of objects.filter(({ type }) => type === 'index'))
    if (!kept.some(made => made.name === name && made.sql === sql)) db.exec(`DROP INDEX "${name}"`)
  for (const name of tablesOf(db)) if (!kept.some(made => made.name === name)) db.exec(`DROP TABLE "${name}"`)
}

/** Without those that SQLite keeps for itself or for a table of another kind. */
const tablesOf = (db: Database): readonly string[] =>
  (db.pragma('main.table_list') as { name: string; type: string }[])
    .filter(({ name, type }) => (type === 'table' || type === 'virtual') && !name.startsWith('sqlite_'))
    .map(({ name }) => name)

function makeKept(db: Database, { kind, name, sql }: Made): void {
  const found = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name)
  if (found === undefined) db.exec(sql)
  else if (kind === 'TABLE' && found !== sql) makeAnew(db, name, sql)
}

function makeAnew(db: Database, name: string, sql: string): void {
  db.exec(`CREATE TABLE carried AS SELECT * FROM ${name}; DROP TABLE ${name}; ${sql}`)
  const before = columnsOf(db, 'carried')
  const columns = columnsOf(db, name).filter(column => before.includes(column))
  db.exec(`INSERT INTO ${name} (${columns.join()}) SELECT ${columns.join()} FROM carried; DROP TABLE carried`)
}

const columnsOf = (db: Database, table: string): readonly string[] =>
  (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
