import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { RecordRef } from '../../../core/journal/record.ts'
import { reversalOf, reversedOf } from '../../../core/storage/corrections.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { type Branch, count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { endDay } from '../../support/end-day.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'

const KES = 'KES' as const
const reverse = (record: RecordRef) => ({ type: 'operation.reverse', record, reason: 'wrong-amount' }) as const

function withDeposit(amountMinor: bigint): { branch: Branch; accountId: string; drawerId: string; record: RecordRef } {
  const branch = makeBranch()
  const { accountId, drawerId } = openForBusiness(branch)
  const { record } = branch.must('officer', { type: 'savings.deposit', accountId, amountMinor, currency: KES })
  return { branch, accountId, drawerId, record }
}

test('[R1] a reversal mirrors every line, and both records name each other', () => {
  const { branch, record } = withDeposit(500_000n)
  const done = branch.must('officer', reverse(record))
  const { db } = branch.books
  const original = recordAt(db, record)
  const mirror = recordAt(db, done.record)
  const lines = (stored: typeof mirror) => stored?.record.entries.flatMap(entry => entry.lines) ?? []
  expect(lines(mirror)).toEqual(lines(original).map(line => ({ ...line, amountMinor: -line.amountMinor })))
  expect(mirror?.record.cause).toEqual([record])
  expect(reversalOf(db, original?.position ?? 0)).toEqual(done.record)
  expect(reversedOf(db, mirror?.position ?? 0)).toEqual(record)
  expectBooksToBalance(branch)
})

test('[R2] a record is reversed once, and a reversal not at all', () => {
  const { branch, record } = withDeposit(500_000n)
  const done = branch.must('officer', reverse(record))
  expect(expectRefusal(branch.execute('officer', reverse(record)), 'already-reversed').by).toEqual(done.record)
  expect(expectRefusal(branch.execute('officer', reverse(done.record)), 'not-reversible').recordType).toBe(
    'operation.reversed',
  )
  expectRefusal(branch.execute('officer', reverse({ ...record, seq: 999 })), 'record-unknown')
  expectBooksToBalance(branch)
})

test('[R3] a deposit that was spent meanwhile is not reversed', () => {
  const { branch, accountId, record } = withDeposit(500_000n)
  branch.must('officer', { type: 'savings.withdraw', accountId, amountMinor: 100_000n, currency: KES })
  expect(expectRefusal(branch.execute('officer', reverse(record)), 'balance-below-minimum').availableMinor).toBe(
    400_000n,
  )
  expectBooksToBalance(branch)
})

test('[R4] cash of a drawer closed since goes through the open drawer of the person who reverses', () => {
  const { branch, drawerId, record } = withDeposit(500_000n)
  branch.must('officer', { type: 'drawer.close', drawerId, counted: count([100_000n, 25]) })
  expectRefusal(branch.execute('officer', reverse(record)), 'drawer-closed-since')
  endDay(branch)
  branch.environment.setClock('2026-03-03T07:00:00.000Z')
  branch.must('officer', { type: 'day.open', date: businessDate('2026-03-03') })
  const opened = branch.must('officer', { type: 'drawer.open', currency: KES, counted: count([100_000n, 10]) })
  const done = branch.must('officer', reverse(record))
  const drawer = done.balances.find(({ subAccount }) => subAccount === opened.created.drawerId)
  expect([drawer?.beforeMinor, drawer?.afterMinor]).toEqual([1_000_000n, 500_000n])
  expect(done.businessDate).toBe('2026-03-03')
  expectBooksToBalance(branch)
})

test('[R3] a drawer without the cash refuses to give a deposit back', () => {
  const { branch, drawerId, record } = withDeposit(900_000n)
  branch.must('officer', { type: 'drawer.close', drawerId, counted: count([100_000n, 29]) })
  branch.must('officer', { type: 'drawer.open', currency: KES, counted: count([100_000n, 3]) })
  expect(expectRefusal(branch.execute('officer', reverse(record)), 'drawer-short').availableMinor).toBe(300_000n)
  expectBooksToBalance(branch)
})

test('[A2] above the limit a reversal needs the manager', () => {
  const { branch, record } = withDeposit(1_000_001n)
  expect(expectRefusal(branch.execute('officer', reverse(record)), 'approval-needed').limitMinor).toBe(1_000_000n)
  expect(outcomeType(branch.execute('officer', reverse(record), 'manager'))).toBe('posted')
  expectBooksToBalance(branch)
})

test("[R4] nobody gives cash back out of a colleague's drawer", () => {
  const { branch, record } = withDeposit(500_000n)
  expectRefusal(branch.execute('teller', reverse(record)), 'drawer-closed-since')
  const opened = branch.must('teller', { type: 'drawer.open', currency: KES, counted: count([100_000n, 10]) })
  const done = branch.must('teller', reverse(record))
  expect(done.balances.find(({ subAccount }) => subAccount === opened.created.drawerId)?.afterMinor).toBe(500_000n)
  expectBooksToBalance(branch)
})
