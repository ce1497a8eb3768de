import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { rate } from '../../../core/money/rate.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'

const KES = 'KES' as const
const vaultMinor = 200_000_000n

test('[C1] a float comes out of the vault, and never more than lies there', () => {
  const branch = makeBranch()
  branch.must('teller', { type: 'day.open', date: businessDate('2026-03-02') })
  const open = (pieces: number) =>
    branch.execute('teller', { type: 'drawer.open', currency: KES, counted: count([100_000n, pieces]) })
  expect(expectRefusal(open(2001), 'vault-short').availableMinor).toBe(vaultMinor)
  expect(outcomeType(open(5))).toBe('posted')
  expectRefusal(open(5), 'drawer-already-open')
  expectBooksToBalance(branch)
})

test.each([
  //  counted        booked over (+) or short (-)
  [2_050_000n, 0n],
  [2_050_500n, 500n],
  [2_049_000n, -1_000n],
])('[C2] a drawer that should hold 20,500.00 counted as %s books %s and is left empty', (found, difference) => {
  const branch = makeBranch()
  const { accountId, drawerId } = openForBusiness(branch)
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 50_000n, currency: KES })
  const counted = [
    { faceMinor: 100_000n, pieces: Number(found / 100_000n) },
    { faceMinor: 500n, pieces: Number((found % 100_000n) / 500n) },
  ]
  branch.must('officer', { type: 'drawer.close', drawerId, counted, note: 'counted twice' })
  const { db } = branch.books
  const balance = (account: string, sub = ''): bigint =>
    BigInt(
      db
        .prepare(
          'SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM balance WHERE account = ? AND sub_account = ?',
        )
        .pluck()
        .get(account, sub) as number,
    )
  expect(balance('1120', drawerId)).toBe(0n)
  expect(-balance('4910') - balance('5910')).toBe(difference)
  expect(balance('1110')).toBe(vaultMinor - 2_000_000n + found)
  expectBooksToBalance(branch)
})

test('[C2] an empty drawer is closed by a record that moves nothing', () => {
  const branch = makeBranch()
  branch.must('officer', { type: 'day.open', date: businessDate('2026-03-02') })
  const opened = branch.must('officer', { type: 'drawer.open', currency: KES, counted: [] })
  const { record } = branch.must('officer', {
    type: 'drawer.close',
    drawerId: opened.created.drawerId ?? '',
    counted: [],
  })
  expect(recordAt(branch.books.db, record)?.record.entries).toEqual([])
  expectBooksToBalance(branch)
})

test('[C3] a difference needs a note, and above the limit a second person', () => {
  const branch = makeBranch()
  const { drawerId } = openForBusiness(branch)
  const close = (pieces: number, note?: string) => ({
    type: 'drawer.close' as const,
    drawerId,
    counted: count([100_000n, pieces]),
    ...(note ? { note } : {}),
  })
  expect(expectRefusal(branch.execute('officer', close(19)), 'difference-needs-note').differenceMinor).toBe(-100_000n)
  expect(expectRefusal(branch.execute('officer', close(19, 'lost a note')), 'approval-needed').limit).toBe(
    'drawerDifferenceMinor',
  )
  expect(outcomeType(branch.execute('officer', close(19, 'lost a note'), 'manager'))).toBe('posted')
  expectBooksToBalance(branch)
})

test("[C4] another person's drawer is closed by a manager, not by a colleague", () => {
  const branch = makeBranch()
  const { drawerId } = openForBusiness(branch)
  const close = { type: 'drawer.close', drawerId, counted: count([100_000n, 20]) } as const
  expectRefusal(branch.execute('teller', close), 'drawer-not-yours')
  expect(outcomeType(branch.execute('manager', close))).toBe('posted')
  expectRefusal(branch.execute('manager', close), 'drawer-not-open')
  expectBooksToBalance(branch)
})

test('[C5] a drawer holds a foreign currency only where there is a rate', () => {
  const branch = makeBranch()
  branch.must('teller', { type: 'day.open', date: businessDate('2026-03-02') })
  const open = { type: 'drawer.open' as const, currency: 'USD' as const, counted: [] }
  expect(expectRefusal(branch.execute('teller', open), 'rate-unknown').currency).toBe('USD')
  const rates = { buy: rate('128.5'), mid: rate('129'), sell: rate('129.5') }
  branch.must('head-office', { type: 'rate.publish', currency: 'USD', from: businessDate('2026-03-02'), ...rates })
  const { drawerId = '' } = branch.must('teller', open).created
  branch.must('teller', { type: 'drawer.open', currency: KES, counted: [] })
  const found = { type: 'drawer.close', drawerId, note: 'found' } as const
  expect(
    expectRefusal(branch.execute('teller', { ...found, counted: count([100n, 4]) }), 'approval-needed'),
  ).toMatchObject({
    amountMinor: 51_600n,
    currency: KES,
  })
  branch.must('teller', { ...found, counted: count([100n, 3]) })
  expectBooksToBalance(branch)
})
