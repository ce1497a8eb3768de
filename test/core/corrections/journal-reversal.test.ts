import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { RecordRef } from '../../../core/journal/record.ts'
import { ledgerBalances } from '../../../core/storage/chart.ts'
import { reversalOf } from '../../../core/storage/corrections.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { credit, debit, openBranch, rent } from '../manual-journals/journal-lines.ts'
import { joinedDevice } from '../sync/support/joined-device.ts'
import { connectedBranch } from '../sync/support/two-ends.ts'

const reverse = (record: RecordRef, valueOn?: 'today' | 'original') =>
  ({ type: 'operation.reverse', record, reason: 'wrong-account', ...(valueOn ? { valueOn } : {}) }) as const

/** A journal of 2 March that counts from 27 February, looked at on 3 March. */
function withJournal() {
  const branch = openBranch('2026-03-02')
  const { record } = branch.must('accountant', { ...rent, valueDate: businessDate('2026-02-27') }, 'manager')
  branch.must('officer', { type: 'day.close' })
  branch.environment.setClock('2026-03-03T07:00:00.000Z')
  branch.must('officer', { type: 'day.open', date: businessDate('2026-03-03') })
  return { branch, record }
}

test.each([
  [undefined, '2026-03-03'],
  ['today', '2026-03-03'],
  ['original', '2026-02-27'],
] as const)('[R5] a journal reversed with value on %s counts from %s', (valueOn, valueDate) => {
  const { branch, record } = withJournal()
  const { db } = branch.books
  const done = branch.must('accountant', reverse(record, valueOn), 'manager')
  const mirror = recordAt(db, done.record)?.record
  expect(mirror).toMatchObject({ businessDate: '2026-03-03', valueDate, cause: [record] })
  expect(mirror?.receipt).toBeUndefined()
  expect(mirror?.entries[0]?.lines).toEqual([
    { account: '5400', amountMinor: -120_000n, currency: 'KES' },
    { account: '2250', amountMinor: 120_000n, currency: 'KES' },
  ])
  expect(reversalOf(db, recordAt(db, record)?.position ?? 0)).toEqual(done.record)
  expectBooksToBalance(branch)
})

test.each([
  // who and whom with                     expected, in order of precedence
  ['auditor', 'manager', 'not-permitted'],
  ['officer', 'manager', 'not-permitted'],
  ['manager', 'head-office', 'not-permitted'],
  ['accountant', undefined, 'approval-needed'],
  ['accountant', 'officer', 'approval-needed'],
  ['accountant', 'manager', 'posted'],
] as const)('[A1][R5] a journal reversed by the %s with the %s: %s', (role, second, expected) => {
  const { branch, record } = withJournal()
  expect(outcomeType(branch.execute(role, reverse(record), second))).toBe(expected)
  expectBooksToBalance(branch)
})

test('[R2][R5] a journal is reversed once, and its reversal not at all', () => {
  const { branch, record } = withJournal()
  const done = branch.must('accountant', reverse(record), 'manager')
  expect(expectRefusal(branch.execute('accountant', reverse(record), 'manager'), 'already-reversed').by).toEqual(
    done.record,
  )
  expectRefusal(branch.execute('accountant', reverse(done.record), 'manager'), 'not-reversible')
  expectBooksToBalance(branch)
})

test('[G3][R5] an account that was closed since takes no mirror either', () => {
  const { branch, record } = withJournal()
  branch.must(
    'accountant',
    {
      ...rent,
      lines: rent.lines.map(line => ({
        ...line,
        side: line.side === 'debit' ? ('credit' as const) : ('debit' as const),
      })),
    },
    'manager',
  )
  branch.must('accountant', { type: 'chart.change-account', code: '2250', isClosed: true })
  expect(expectRefusal(branch.execute('accountant', reverse(record), 'manager'), 'ledger-account-closed').account).toBe(
    '2250',
  )
  expectBooksToBalance(branch)
})

test('[R5] a journal of another device is reversed there only', async () => {
  const head = await connectedBranch()
  const { branch } = head
  branch.must('officer', { type: 'day.open', date: businessDate('2026-03-02') })
  const { record } = branch.must('accountant', rent, 'manager')
  const { staffId } = branch.desk('head-office')
  const { invitation = '' } = branch.must('head-office', { type: 'device.invite', staffId }).created
  await head.client.syncNow()
  const second = await joinedDevice({ serverUrl: head.server.url, invitation, seed: 'second' })
  second.must({ type: 'day.open', date: '2026-03-02' })
  expect(expectRefusal(second.ask(reverse(record)), 'record-of-other-device').deviceCode).toBe('01')
  await head.server.close()
  removeFolder(head.server.folder)
})

test('[R5] cash that is given back counts from today', () => {
  const branch = openBranch('2026-03-01')
  branch.must('officer', { type: 'day.close' })
  branch.environment.setClock('2026-03-02T07:00:00.000Z')
  const { accountId } = openForBusiness(branch)
  const deposit = branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 60_000n, currency: 'KES' })
  expectRefusal(branch.execute('officer', reverse(deposit.record, 'original')), 'reversal-counts-today')
  branch.must('officer', reverse(deposit.record, 'today'))
  expectBooksToBalance(branch)
})

const accounts = ['1130', '1380', '2250', '5400'] as const
const amounts = fc.array(fc.tuple(fc.constantFrom(...accounts), fc.constantFrom(...accounts), fc.bigInt(1n, 999n)), {
  minLength: 1,
  maxLength: 6,
})

test('[R1][R2][R5] whatever was posted by hand and reversed leaves every balance as it was', {
  timeout: 60_000,
}, () => {
  const branch = openBranch()
  const net = () =>
    accounts.map(code => {
      const [row] = ledgerBalances(branch.books.db, code)
      return row ? row.debitMinor - row.creditMinor : 0n
    })
  fc.assert(
    fc.property(amounts, transfers => {
      const before = net()
      const lines = transfers.flatMap(([from, to, amount]) => [debit(from, amount), credit(to, amount)])
      const { record } = branch.must('accountant', { ...rent, lines }, 'manager')
      branch.must('accountant', reverse(record), 'manager')
      expect(net()).toEqual(before)
      expectRefusal(branch.execute('accountant', reverse(record), 'manager'), 'already-reversed')
    }),
    { seed: 21, numRuns: 60 },
  )
  expectBooksToBalance(branch)
})
