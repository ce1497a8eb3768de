import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { paperTables } from '../../../core/documents/paper-tables.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { transferEntry } from '../../../core/journal/entry.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { postEntries } from '../../support/post-entries.ts'

const fee = transferEntry('income', {
  debit: { account: '1130' },
  credit: { account: '4200' },
  amountMinor: 100n,
  currency: 'KES',
})

/** A day with more lines than sheets take, and one with two. */
function twoDays() {
  const branch = makeBranch()
  branch.must('officer', { type: 'day.open', date: businessDate('2026-03-02') })
  postEntries(
    branch,
    Array.from({ length: 5_001 }, () => fee),
  )
  branch.must('officer', { type: 'day.close' })
  branch.environment.setClock('2026-03-03T07:00:00.000Z')
  branch.must('officer', { type: 'day.open', date: businessDate('2026-03-03') })
  postEntries(branch, [fee])
  return branch
}

test('[T20] a paper with more lines than sheets take is refused with the part that fits; a file has them all', () => {
  const branch = twoDays()
  const asked = (account: string | undefined, from?: string, on?: 'sheets' | 'file') =>
    readDocument(
      branch.books,
      branch.desk('accountant'),
      {
        kind: 'ledger',
        lines: { basis: 'booking', ...(account ? { account } : {}), ...(from ? { from: businessDate(from) } : {}) },
        locale: 'en',
      },
      on,
    )
  for (const account of ['1130', undefined])
    expect(expectRefusal(asked(account), 'paper-too-long')).toMatchObject({ linesMax: 5_000, firstDate: '2026-03-03' })
  const lines = (account: string | undefined, from?: string, on?: 'sheets' | 'file'): number => {
    const read = asked(account, from, on)
    if (!read.ok || read.value.kind !== 'ledger') throw new Error('no ledger')
    const [table] = paperTables(read.value).tables
    return table?.rows.filter(({ kind }) => kind === 'line').length ?? 0
  }
  expect(lines('1130', '2026-03-03')).toBe(1)
  expect(lines(undefined, '2026-03-03')).toBe(2)
  expect(lines('1130', undefined, 'file')).toBe(5_002)
  expect(lines(undefined, '2026-03-02', 'file')).toBeGreaterThanOrEqual(10_004)
  expectBooksToBalance(branch)
})
