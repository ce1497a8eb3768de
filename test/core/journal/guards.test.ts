import { describe, expect, test } from 'vitest'
import { decodeRecord } from '../../../core/journal/decode-record.ts'
import { encodeRecord } from '../../../core/journal/encode-record.ts'
import { journalRecordSchema } from '../../../core/journal/record.ts'
import { recordByPosition } from '../../../core/storage/records.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'

function branchWithADeposit(): Branch {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 500_000n, currency: 'KES' })
  return branch
}

const refusal = (branch: Branch, sql: string): string => {
  try {
    branch.books.db.exec(sql)
    return 'accepted'
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

describe('the books defend themselves', () => {
  const columns =
    'position, log_no, seq, key, type, class, actor, branch, business_date, value_date, recorded_at, receipt, hash, signature, bytes'
  const copyOfLast = (position: number, seq: string, key: string): string =>
    `INSERT INTO record (${columns}) SELECT ${position}, log_no, ${seq}, '${key}', type, class, actor, branch, business_date, value_date,
     recorded_at, NULL, hash, signature, bytes FROM record ORDER BY position DESC LIMIT 1`

  test.each([
    ['update a record', "UPDATE record SET type = 'x'", 'the journal is only added to'],
    ['delete a record', 'DELETE FROM record', 'the journal is only added to'],
    ['update a line', 'UPDATE line SET amount_minor = amount_minor + 1', 'the journal is only added to'],
    ['delete a line', 'DELETE FROM line', 'the journal is only added to'],
    [
      'replace a record',
      `INSERT OR REPLACE INTO record (${columns}) SELECT position, log_no, (SELECT max(seq) + 1 FROM record), key, type, class, actor, branch,
       business_date, value_date, recorded_at, receipt, hash, signature, bytes FROM record WHERE position = 1`,
      'the journal is only added to',
    ],
    [
      'add a line to a record that exists',
      "INSERT INTO line VALUES (1, 9, 0, '1110', NULL, 'KES', 5, NULL, '2026-03-02', '2026-03-02')",
      'a record takes no more lines',
    ],
  ])('[J7] nobody can %s', (_what, sql, message) => {
    const branch = branchWithADeposit()
    expect(refusal(branch, sql)).toBe(message)
    expectBooksToBalance(branch)
  })

  test.each([
    ['a gap', copyOfLast(100, 'seq + 2', 'k1')],
    ['a repeated sequence number', copyOfLast(100, 'seq', 'k1')],
  ])('[J6] the database refuses %s in a log', (_what, sql) => {
    const branch = branchWithADeposit()
    expect(refusal(branch, sql)).toBe('a log has no gaps')
    expectBooksToBalance(branch)
  })

  test.each([
    [
      'one cent more',
      [
        ['1120', 101],
        ['2110', -100],
      ],
    ],
    ['one line only', [['1120', 0.5]]],
    [
      'two currencies that only add up together',
      [
        ['1120', 100],
        ['2110', -100, 'USD'],
      ],
    ],
  ] as const)('[J8][M4] the database refuses an entry with %s', (_what, lines) => {
    const branch = branchWithADeposit()
    const inserts = lines.map(
      ([account, amount, currency = 'KES'], place) =>
        `INSERT INTO line VALUES (100, 0, ${place}, '${account}', NULL, '${currency}', ${amount === 0.5 ? 100 : amount}, NULL, '2026-03-02', '2026-03-02');`,
    )
    const sql = `BEGIN; ${inserts.join('')} ${copyOfLast(100, 'seq + 1', 'k1')};`
    expect(refusal(branch, sql)).toBe('debits equal credits')
    branch.books.db.exec('ROLLBACK')
    expectBooksToBalance(branch)
  })

  test('[J8] lines without their record do not commit', () => {
    const branch = branchWithADeposit()
    const sql = "INSERT INTO line VALUES (100, 0, 0, '1120', NULL, 'KES', 5, NULL, '2026-03-02', '2026-03-02')"
    expect(refusal(branch, sql)).toBe('FOREIGN KEY constraint failed')
    expectBooksToBalance(branch)
  })
})

test('[J4] stored bytes read back as the record, and the record writes the same bytes', () => {
  const branch = branchWithADeposit()
  for (let position = 1; ; position++) {
    const stored = recordByPosition(branch.books.db, position)
    if (!stored) break
    const read = decodeRecord(stored.bytes)
    expect(read.ok).toBe(true)
    expect(Buffer.from(encodeRecord(stored.record)).equals(Buffer.from(stored.bytes))).toBe(true)
    expect(journalRecordSchema.safeParse(JSON.parse(Buffer.from(stored.bytes).toString())).success).toBe(true)
  }
  expectBooksToBalance(branch)
})
