import { expect, test } from 'vitest'
import type { JournalCommand } from '../../../core/command/command.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'

const key = '0190a000-0000-7000-8000-00000000000a'

test('[J2] a double click and a retry give the first outcome and post once', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const command = { type: 'savings.deposit', key, accountId, amountMinor: 70_000n, currency: 'KES' } as const
  const first = branch.must('officer', command)
  const again = branch.must('officer', command)
  expect({ ...again, replayed: false }).toEqual(first)
  expect(again.replayed).toBe(true)
  const records = branch.books.db.prepare('SELECT count(*) FROM record').pluck().get()
  expect(records).toBe(first.record.seq)
  expectBooksToBalance(branch)
})

test.each([
  ['amountMinor', { amountMinor: 70_001n }],
  ['accountId', { accountId: '0190a000-0000-7000-8000-00000000000b' }],
  ['currency', { currency: 'USD' }],
  ['type', { type: 'savings.withdraw' }],
] as const)('[J3] the same key with another %s is refused and names it', (field, change) => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const command = { type: 'savings.deposit', key, accountId, amountMinor: 70_000n, currency: 'KES' } as const
  const first = branch.must('officer', command)
  const refused = expectRefusal(branch.execute('officer', { ...command, ...change } as JournalCommand), 'key-reused')
  expect(refused).toEqual({ type: 'key-reused', field, record: first.record })
  expectBooksToBalance(branch)
})

test('[J1] a refused command leaves the database as it was, and its key free', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const before = branch.books.db.serialize()
  const command = { type: 'savings.withdraw', key, accountId, amountMinor: 70_000n, currency: 'KES' } as const
  expectRefusal(branch.execute('officer', command), 'balance-below-minimum')
  expect(branch.books.db.serialize().equals(before)).toBe(true)
  branch.must('officer', { ...command, type: 'savings.deposit' })
  expectBooksToBalance(branch)
})

test('[J12] a preview tells what executing would do, and changes nothing', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const before = branch.books.db.serialize()
  const command = { type: 'savings.deposit', key, accountId, amountMinor: 70_000n, currency: 'KES' } as const
  const answer = answerQuery(branch.books, branch.desk('officer'), { type: 'preview', command }, [])
  expect(branch.books.db.serialize().equals(before)).toBe(true)
  const done = branch.must('officer', command)
  expect(answer).toMatchObject({ ok: true, value: { allowed: true, effect: { balances: done.balances } } })
  expectBooksToBalance(branch)
})
