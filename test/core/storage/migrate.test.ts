import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { microfinanceChart } from '../../../core/institution/chart-template.ts'
import { type Books, openBooks } from '../../../core/storage/books.ts'
import { newestVersion } from '../../../core/storage/migrate.ts'
import { publishedProducts } from '../../../core/storage/products.ts'
import { keptTables } from '../../../core/storage/schema.ts'
import { projectionNames } from '../../../core/storage/shadow.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { outcomeType } from '../../support/expect.ts'
import { executeAs, firstIssueFile, openBare } from '../../support/first-issue.ts'
import versions from './schema-versions.json' with { type: 'json' }

const rows = (db: Database, sql: string): readonly unknown[] => db.prepare(sql).raw().safeIntegers(true).all()

/** The file before, and the same file opened by this program. */
function updated(): { readonly before: Database; readonly books: Books } {
  const books = openBooks(firstIssueFile())
  if (!books.ok) throw new Error(books.refusal)
  return { before: openBare(firstIssueFile()), books: books.value }
}

const objectsOf = (db: Database): readonly unknown[] =>
  rows(db, 'SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name')

const newBooks = (): Database => {
  const books = openBooks({ file: ':memory:', key: null })
  if (!books.ok) throw new Error(books.refusal)
  return books.value.db
}

test('[J14] books of the first issue come to today, and are the same books', () => {
  const { before, books } = updated()
  for (const sql of [
    'SELECT log_no, seq, hash, signature, bytes FROM record ORDER BY position',
    'SELECT position, entry_no, line_no, account, sub_account, currency, amount_minor, balance_minor FROM line ORDER BY 1, 2, 3',
    'SELECT sub_account, account, currency, branch, debit_minor, credit_minor FROM balance ORDER BY 1, 2, 3, 4',
    'SELECT client_id, number, name, birth_date, phone, id_number_folded, photo_hash FROM client ORDER BY 1',
    'SELECT account_id, number, client_id, product_id, status, custodian_log, custody_epoch FROM savings_account ORDER BY 1',
    'SELECT hold_id, account_id, amount_minor, placed_on FROM hold ORDER BY 1',
    'SELECT staff_id, code, name, role, grant_valid_until, status FROM staff ORDER BY 1',
    'SELECT drawer_id, staff_id, currency, float_minor, closed_position, difference_minor FROM drawer ORDER BY 1',
    'SELECT request_position, command_key, amount_minor, subject, decided_position FROM approval ORDER BY 1',
    'SELECT log_no, date, opened_position, closed_position FROM business_day ORDER BY 1, 2',
    'SELECT * FROM reversal',
    'SELECT * FROM number_series ORDER BY 1',
    'SELECT * FROM staff_key ORDER BY 1, 2, 3',
    'SELECT log_no, seq, type FROM pending_record',
  ])
    expect(rows(books.db, sql)).toEqual(rows(before, sql))
  expectBooksToBalance({ books })
  books.close()
})

test('[J14] what an update keeps, it keeps row by row; what is derived has the tables of a new file', () => {
  const { before, books } = updated()
  expect(objectsOf(books.db)).toEqual(objectsOf(newBooks()))
  const names = [...keptTables.matchAll(/^CREATE TABLE (\w+)/gm)].map(([, name = '']) => name)
  const old = names.filter(name => rows(before, `PRAGMA table_info(${name})`).length > 0)
  for (const name of old) {
    const columns = before.prepare(`SELECT name FROM pragma_table_info('${name}')`).pluck().all().join()
    const sql = `SELECT ${columns} FROM ${name} ORDER BY 1, 2`
    expect(rows(before, sql).length, name).toBeGreaterThan(0)
    expect(rows(books.db, sql)).toEqual(rows(before, sql))
  }
  expect(rows(books.db, 'SELECT is_revoked FROM sync_server')).toEqual([[0n]])
  books.close()
})

test('[J14] work goes on after an update: the open day, what waits, and what the first issue had not', () => {
  const { books } = updated()
  const { db } = books
  const accountId = String(
    db.prepare("SELECT account_id FROM savings_account WHERE product_id = 'passbook-savings' LIMIT 1").pluck().get(),
  )
  const request = db
    .prepare(
      'SELECT log_id AS log, seq FROM approval JOIN record ON position = request_position JOIN log USING (log_no) WHERE decided_position IS NULL',
    )
    .get() as { log: string; seq: number }
  const journal = [
    { account: '5600', side: 'debit', amountMinor: 1_000n, currency: 'KES' },
    { account: '2250', side: 'credit', amountMinor: 1_000n, currency: 'KES' },
  ] as const
  const results = [
    executeAs(books, 'OFF1', { type: 'savings.deposit', accountId, amountMinor: 1_000n, currency: 'KES' }),
    executeAs(books, 'OFF1', { type: 'savings.withdraw', accountId, amountMinor: 190_000n, currency: 'KES' }),
    executeAs(books, 'MGR1', { type: 'approval.decide', request, decision: 'approve' }),
    executeAs(
      books,
      'ACC1',
      { type: 'journal.post', purpose: 'tax', lines: [...journal], note: 'Tax of the quarter' },
      'MGR1',
    ),
    executeAs(books, 'OFF1', { type: 'savings.withdraw', accountId, amountMinor: 10_000_000n, currency: 'KES' }),
  ]
  expect(results.map(outcomeType)).toEqual(['posted', 'posted', 'posted', 'posted', 'balance-below-minimum'])
  expectBooksToBalance({ books })
  books.close()
})

test('[J14] an update that cannot be done to the end leaves the file as it was', () => {
  const given = firstIssueFile()
  const bare = openBare(given)
  bare.exec("DROP TRIGGER record_refuses_update; UPDATE record SET bytes = X'00' WHERE position = 30")
  const before = objectsOf(bare)
  const opened = openBooks(given)
  expect(opened).toEqual({ ok: false, refusal: 'damaged-file' })
  expect(objectsOf(bare)).toEqual(before)
  expect(bare.pragma('user_version', { simple: true })).toBe(2)
  bare.close()
})

test('[J15] a founding and a grant of the first issue are applied as those of today', () => {
  const { books } = updated()
  const { db } = books
  const codes = rows(db, 'SELECT code FROM ledger_account').flat()
  const addedByHeadOffice = microfinanceChart.filter(({ code }) => !codes.includes(code))
  expect(addedByHeadOffice.map(({ code }) => code)).toEqual(['2300', '2310', '2320', '5210'])
  expect(publishedProducts(db).map(({ productId, versions: [product] }) => [productId, product?.kind])).toEqual([
    ['current-account', 'current'],
    ['passbook-savings', 'passbook'],
    ['premium-savings', 'passbook'],
  ])
  const limits = rows(
    db,
    "SELECT code, limits ->> 'manualJournalMinor' FROM staff WHERE code IN ('HO1', 'TEL2') ORDER BY code",
  )
  expect(limits).toEqual([
    ['HO1', '0'],
    ['TEL2', '0'],
  ])
  expect(rows(db, "SELECT type FROM pending_record WHERE type <> 'future.invented'")).toEqual([])
  books.close()
})

/** Everything that is made anew with a version: from the text of the tables, and from what the appliers write of the same records. */
const fingerprint = (of: readonly unknown[]): string =>
  createHash('sha256').update(of.map(textOf).sort().join('\n')).digest('hex').slice(0, 16)
const textOf = (row: unknown): string =>
  JSON.stringify(row, (_name, value) => (typeof value === 'bigint' ? String(value) : value))

test('[J14] what a version makes of the same file never changes: another schema is another version', () => {
  const { books } = updated()
  const made = {
    schema: fingerprint(objectsOf(newBooks())),
    projections: fingerprint(
      projectionNames.map(name => [name, ...rows(books.db, `SELECT * FROM ${name}`).map(textOf).sort()]),
    ),
  }
  books.close()
  const known: Readonly<Record<string, unknown>> = versions
  const hasStep = !(newestVersion in known)
  const step = `Files that exist would not get the change. Add a step at the end of the list in core/storage/migrate.ts, which makes version
${newestVersion + 1}: an empty one where only projections, indexes, guards or appliers changed, or a kept table is new.\n`
  const line = `  "${hasStep ? newestVersion : newestVersion + 1}": ${JSON.stringify(made)}`
  expect(
    made,
    `The schema, or what the appliers write, is not that of a known version. ${hasStep ? '' : step}Then add to
test/core/storage/schema-versions.json, below the versions that are there, of which none changes:\n${line}\n`,
  ).toEqual(known[newestVersion])
  expect(Object.keys(known).map(Number)).toEqual(Array.from({ length: newestVersion - 2 }, (_, place) => place + 3))
})
