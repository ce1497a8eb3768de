import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { ExchangeReceiptModel } from '../../../core/documents/document-model.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { readReceiptCode } from '../../../core/documents/receipt-code.ts'
import type { RecordRef } from '../../../core/journal/record.ts'
import { rate } from '../../../core/money/rate.ts'
import { type Branch, count, makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { endDay } from '../../support/end-day.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'

const KES = 'KES' as const
const USD = 'USD' as const
const from = businessDate('2026-03-02')
const usd = {
  type: 'rate.publish',
  currency: USD,
  from,
  buy: rate('128.5'),
  mid: rate('129'),
  sell: rate('129.5'),
} as const
const buying = { type: 'fx.exchange', currency: USD, amountMinor: 10_000n, into: KES, paidMinor: 1_285_000n } as const

/** The teller has 20,000.00 KES and buys 100 dollars. */
function bought() {
  const branch = makeBranch()
  branch.must('head-office', usd)
  branch.must('teller', { type: 'day.open', date: from })
  const kes = branch.must('teller', { type: 'drawer.open', currency: KES, counted: count([100_000n, 20]) })
  const dollars = branch.must('teller', { type: 'drawer.open', currency: USD, counted: [] })
  const { record } = branch.must('teller', buying)
  return { branch, record, kes: kes.created.drawerId ?? '', dollars: dollars.created.drawerId ?? '' }
}

const reverse = (record: RecordRef) => ({ type: 'operation.reverse', record, reason: 'client-changed-mind' }) as const

const receiptOf = (branch: Branch, record: RecordRef, locale = 'en-KE'): ExchangeReceiptModel => {
  const model = readDocument(branch.books, branch.desk('teller'), { kind: 'receipt', record, locale })
  if (!model.ok || model.value.kind !== 'exchange-receipt') throw new Error('an exchange has its receipt')
  return model.value
}

const moved = ({ books }: Branch): bigint =>
  BigInt(
    books.db
      .prepare(
        "SELECT coalesce(sum(abs(debit_minor - credit_minor)), 0) FROM balance WHERE account IN ('1410','1420','4500','5500')",
      )
      .pluck()
      .get() as number,
  )

test('[R6] reversed on its day, an exchange gives both cash sums back and leaves no position, value or gain', () => {
  const { branch, record } = bought()
  branch.must('head-office', { ...usd, buy: rate('127'), mid: rate('128') })
  branch.must('teller', reverse(record))
  expect(moved(branch)).toBe(0n)
  expect(expectRefusal(branch.execute('teller', reverse(record)), 'already-reversed')).toBeDefined()
  expectBooksToBalance(branch)
})

test('[R6] what the drawer no longer holds is not given back', () => {
  const { branch, record } = bought()
  branch.must('teller', { ...buying, currency: KES, amountMinor: 129_500n, into: USD, paidMinor: 1_000n })
  expect(expectRefusal(branch.execute('teller', reverse(record)), 'drawer-short')).toMatchObject({
    availableMinor: 9_000n,
    currency: USD,
  })
  expectBooksToBalance(branch)
})

test('[R6] the cash goes through the open drawer of who reverses, of each currency, or nothing is reversed', () => {
  const { branch, record, dollars } = bought()
  branch.must('teller', { type: 'drawer.close', drawerId: dollars, counted: count([10_000n, 1]) })
  expectRefusal(branch.execute('teller', reverse(record)), 'drawer-closed-since')
  branch.must('teller', { type: 'drawer.open', currency: USD, counted: count([10_000n, 1]) })
  branch.must('teller', reverse(record))
  expect(moved(branch)).toBe(0n)
  expectBooksToBalance(branch)
})

test('[R6] on a later day an exchange is not reversed, nor with its old value date', () => {
  const { branch, record, kes, dollars } = bought()
  expectRefusal(branch.execute('teller', { ...reverse(record), valueOn: 'original' }), 'reversal-counts-today')
  branch.must('teller', { type: 'drawer.close', drawerId: kes, counted: count([5_000n, 143]) })
  branch.must('teller', { type: 'drawer.close', drawerId: dollars, counted: count([10_000n, 1]) })
  endDay(branch, 'teller')
  branch.environment.setClock('2026-03-03T07:00:00.000Z')
  branch.must('teller', { type: 'day.open', date: businessDate('2026-03-03') })
  const refused = expectRefusal(branch.execute('teller', reverse(record)), 'exchange-of-earlier-day')
  expect(refused).toMatchObject({ date: from })
  expectBooksToBalance(branch)
})

test('[R6] above the limit for reversals a second person signs, at the worth of what was handed in', () => {
  const { branch } = bought()
  const vault = { type: 'vault.count', currency: USD, counted: count([10_000n, 40]), note: 'brought' } as const
  branch.must('head-office', vault)
  const large = { ...buying, currency: KES, amountMinor: 9_065_000n, into: USD, paidMinor: 70_000n } as const
  const drawerId = String(branch.books.db.prepare("SELECT drawer_id FROM drawer WHERE currency = 'USD'").pluck().get())
  branch.must(
    'teller',
    { type: 'drawer.count', drawerId, counted: count([10_000n, 70]), note: 'brought' },
    'head-office',
  )
  const { record } = branch.must('teller', large, 'manager')
  const alone = branch.execute('teller', reverse(record))
  expect(expectRefusal(alone, 'approval-needed')).toMatchObject({ limit: 'reversalMinor', amountMinor: 9_065_000n })
  expect(outcomeType(branch.execute('teller', reverse(record), 'manager'))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[D20] the receipt names both amounts and the rate; the reversal’s turns them round and names the first', () => {
  const { branch, record } = bought()
  const receipt = receiptOf(branch, record)
  expect(receipt).toMatchObject({
    number: 1,
    handedIn: { amountMinor: 10_000n, currency: USD },
    paidOut: { amountMinor: 1_285_000n, currency: KES },
    rates: [{ way: 'bought', currency: USD, quote: KES, rate: '128.5' }],
  })
  expect(receipt.handedIn.inWords).toMatch(/one hundred/i)
  const reversal = branch.must('teller', reverse(record))
  expect(receiptOf(branch, reversal.record)).toMatchObject({
    number: 2,
    reversedOperation: 'fx.exchanged',
    reversesReceipt: 1,
    handedIn: { amountMinor: 1_285_000n, currency: KES },
    paidOut: { amountMinor: 10_000n, currency: USD },
  })
  expect(receiptOf(branch, record).reversedByReceipt).toBe(2)
  expectBooksToBalance(branch)
})

test('[D20] the code of an exchange states what was handed in and what was paid', () => {
  const { branch, record } = bought()
  const { code } = receiptOf(branch, record)
  const read = readReceiptCode(code)
  expect(read.ok && read.value).toMatchObject({
    operation: 'fx.exchanged',
    changeMinor: 10_000n,
    currency: USD,
    paidOut: { amountMinor: 1_285_000n, currency: KES },
  })
  expect(code.length).toBeLessThanOrEqual(330)
})
