import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { cashIncrementOf } from '../../../core/money/cash-increments.ts'
import { isCurrencyCode } from '../../../core/money/currency.ts'
import { rate } from '../../../core/money/rate.ts'
import { type Branch, count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'

const vectors = path.join(import.meta.dirname, '..', '..', 'vectors', 'iso4217.json')
const from = businessDate('2026-03-02')
const usd = {
  type: 'rate.publish',
  currency: 'USD',
  from,
  buy: rate('0.887'),
  mid: rate('0.89'),
  sell: rate('0.893'),
} as const

/** An institution in Swiss francs, whose smallest coin is 5 centimes, with a drawer of francs and one of dollars. */
function counter(): Branch {
  const branch = makeBranch({ currency: 'CHF' })
  branch.must('head-office', usd)
  branch.must('teller', { type: 'day.open', date: from })
  branch.must('teller', { type: 'drawer.open', currency: 'CHF', counted: count([100_000n, 2]) })
  branch.must('teller', { type: 'drawer.open', currency: 'USD', counted: [] })
  return branch
}

const buying = (amountMinor: bigint, paidMinor: bigint) =>
  ({ type: 'fx.exchange', currency: 'USD', amountMinor, into: 'CHF', paidMinor }) as const

const balanceOf = ({ books }: Branch, account: string): bigint =>
  BigInt(
    books.db
      .prepare(
        "SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM balance WHERE account = ? AND sub_account = ''",
      )
      .pluck()
      .get(account) as number,
  )

test('[F11] the increments are those that the published list is certain of, and of all others a minor unit', () => {
  const { cashRounding } = JSON.parse(fs.readFileSync(vectors, 'utf8')) as {
    cashRounding: Record<string, { increment: string; confidence: string }>
  }
  const certain = Object.entries(cashRounding).filter(([, { confidence }]) => confidence === 'high')
  expect(certain.length).toBeGreaterThan(5)
  for (const [code, { increment }] of certain) {
    if (!isCurrencyCode(code)) throw new Error(`${code} is no currency`)
    const minor = { HUF: 100, CHF: 100, CAD: 100, SEK: 100, NOK: 100, DKK: 100, CZK: 100 }[code as string]
    expect([code, cashIncrementOf(code)]).toEqual([code, BigInt(Math.round(Number(increment) * (minor ?? Number.NaN)))])
  }
  expect(cashIncrementOf('KES')).toBe(1n)
})

test.each([
  // dollars   exact, francs   paid        rounding
  [1_000n, 887n, 885n, -2n],
  [1_010n, 895n, 895n, 0n],
  [1_001n, 887n, 885n, -2n],
  [1_002n, 888n, 890n, 2n],
] as const)(
  '[F11] %d cents of a dollar are worth %d centimes: %d are paid, %d booked as rounding',
  (given, _exact, paid, rounding) => {
    const branch = counter()
    if (paid !== _exact) expectRefusal(branch.execute('teller', buying(given, _exact)), 'rate-changed')
    const { record } = branch.must('teller', buying(given, paid))
    expect(balanceOf(branch, '4920')).toBe(rounding)
    const paper = readDocument(branch.books, branch.desk('teller'), { kind: 'receipt', record, locale: 'fr-CH' })
    const model = paper.ok && paper.value.kind === 'exchange-receipt' ? paper.value : null
    expect(model?.rounding).toEqual(rounding === 0n ? undefined : { amountMinor: rounding, currency: 'CHF' })
    branch.must('teller', { type: 'operation.reverse', record, reason: 'client-changed-mind' })
    expect(balanceOf(branch, '4920')).toBe(0n)
    expectBooksToBalance(branch)
  },
)

test('[C18] what a client chooses is a whole number of the smallest sum there are pieces for', () => {
  const branch = makeBranch({ currency: 'CHF' })
  const { accountId } = openForBusiness(branch)
  const deposit = (amountMinor: bigint) =>
    branch.execute('officer', { type: 'savings.deposit', accountId, amountMinor, currency: 'CHF' })
  expect(expectRefusal(deposit(200_003n), 'not-payable-in-cash')).toMatchObject({ incrementMinor: 5n, currency: 'CHF' })
  expect(outcomeType(deposit(200_005n))).toBe('posted')
  const withdraw = { type: 'savings.withdraw', accountId, amountMinor: 1_001n, currency: 'CHF' } as const
  expectRefusal(branch.execute('officer', withdraw), 'not-payable-in-cash')
  expectBooksToBalance(branch)
})
