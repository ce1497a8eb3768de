import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { verifyBooks } from '../../../core/verification/verify-books.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { fillBranch } from '../../support/filled-branch.ts'
import { unguarded } from './tamper.ts'

const { branch } = fillBranch()
const { books } = branch
const { db } = books

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
}

/** What stands beside the records in the journal's own tables; all projections are held against a rebuild, whatever their columns. */
const columns: readonly Column[] = ['log', 'blob', 'subject_key'].flatMap(table =>
  (db.pragma(`table_info(${table})`) as readonly Omit<Column, 'table'>[]).map(({ name, type }) => ({
    table,
    name,
    type,
  })),
)

type Row = Readonly<Record<string, unknown>>
const firstRow = (table: string): Row => db.prepare(`SELECT * FROM ${table} LIMIT 1`).safeIntegers().get() as Row

const flags: readonly string[] = ['own', 'sent']

function another(value: unknown, { name, type }: Column): unknown {
  if (typeof value === 'bigint') return flags.includes(name) ? 1n - value : value + 1_000_003n
  if (value instanceof Uint8Array) return Buffer.from(value.map((byte, place) => (place === 0 ? byte ^ 1 : byte)))
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`
  return type === 'INTEGER' ? 1_000_003n : 'x'
}

/** Sets one column of one row, as somebody could who has the key of the file. */
function setColumn({ table, name }: Column, row: Row, value: unknown): void {
  const where = Object.keys(row).map(column => `${column} IS @${column}`)
  const set = (on: Database) => {
    on.pragma('ignore_check_constraints = ON')
    const { changes } = on
      .prepare(`UPDATE ${table} SET ${name} = @into WHERE ${where.join(' AND ')}`)
      .run({ ...row, into: value })
    on.pragma('ignore_check_constraints = OFF')
    expect(changes).toBe(1)
  }
  unguarded(db, set)
}

test('[V4] another value in any column beside the records is found, and the same books without it are clean', () => {
  const unfound = columns.filter(column => {
    const row = firstRow(column.table)
    const value = another(row[column.name], column)
    setColumn(column, row, value)
    const { isClean } = verifyBooks(books)
    setColumn(column, { ...row, [column.name]: value }, row[column.name])
    return isClean
  })
  expect(unfound).toEqual([])
  expectBooksToBalance(branch)
})
