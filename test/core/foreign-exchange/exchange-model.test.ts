import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { rate } from '../../../core/money/rate.ts'
import { type Branch, count, makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'

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
const eur = { ...usd, currency: 'EUR', buy: rate('139.9'), mid: rate('140.5'), sell: rate('141') } as const

/** The teller has a drawer of each currency: 20,000.00 KES, no USD, no EUR. */
function counter(): Branch {
  const branch = makeBranch()
  for (const said of [usd, eur]) branch.must('head-office', said)
  branch.must('teller', { type: 'day.open', date: from })
  branch.must('teller', { type: 'drawer.open', currency: KES, counted: count([100_000n, 20]) })
  for (const currency of [USD, 'EUR'] as const) branch.must('teller', { type: 'drawer.open', currency, counted: [] })
  return branch
}

const balances = ({ books }: Branch): Record<string, bigint> =>
  Object.fromEntries(
    books.db
      .prepare(
        "SELECT account || ' ' || currency AS name, debit_minor - credit_minor AS minor FROM balance WHERE sub_account = ''",
      )
      .all()
      .map(row => row as { name: string; minor: number })
      .map(({ name, minor }) => [name, BigInt(minor)]),
  )

const exchange = (
  currency: 'KES' | 'USD' | 'EUR',
  amountMinor: bigint,
  into: 'KES' | 'USD' | 'EUR',
  paidMinor: bigint,
) => ({ type: 'fx.exchange', currency, amountMinor, into, paidMinor }) as const

test('[F2][F5] any series of exchanges balances in each currency, and the position is what the drawers hold of it', () => {
  const currencies = fc.constantFrom(KES, USD, 'EUR' as const)
  const step = fc.record({ currency: currencies, into: currencies, amountMinor: fc.bigInt({ min: 1n, max: 300_000n }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), history => {
      const branch = counter()
      for (const { currency, into, amountMinor } of history) {
        if (currency === into) continue
        const told = branch.execute('teller', exchange(currency, amountMinor, into, 1n))
        const paidMinor = told.ok || told.refusal.type !== 'rate-changed' ? 0n : told.refusal.amountMinor
        if (paidMinor > 0n) branch.execute('teller', exchange(currency, amountMinor, into, paidMinor))
      }
      const sums = balances(branch)
      for (const currency of ['USD', 'EUR'])
        expect(sums[`1120 ${currency}`] ?? 0n).toBe(-(sums[`1410 ${currency}`] ?? 0n))
      expectBooksToBalance(branch)
      branch.books.close()
    }),
    { seed: 13, numRuns: 30 },
  )
})
