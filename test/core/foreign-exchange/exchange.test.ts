import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { handInMinor, payoutMinor } from '../../../core/foreign-exchange/counter-amounts.ts'
import type { DayRate } from '../../../core/foreign-exchange/day-rate.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { rate } from '../../../core/money/rate.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { ExchangePosition } from '../../../core/query/exchange-answers.ts'
import { rateHistory, rateOn } from '../../../core/storage/exchange-rates.ts'
import { type Branch, count, makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
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

const drawerIn = ({ books }: Branch, currency: string): string =>
  String(books.db.prepare('SELECT drawer_id FROM drawer WHERE currency = ?').pluck().get(currency))

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

test('[F2][F3] 100 dollars are bought at 128.50, stand in the position at 129, and the difference is gained', () => {
  const branch = counter()
  branch.must('teller', exchange(USD, 10_000n, KES, 1_285_000n))
  expect(balances(branch)).toMatchObject({
    '1120 USD': 10_000n,
    '1410 USD': -10_000n,
    '1420 KES': 1_290_000n,
    '1120 KES': 715_000n,
    '4500 KES': -5_000n,
  })
  branch.must('teller', exchange(KES, 129_500n, USD, 1_000n))
  expect(balances(branch)).toMatchObject({ '1410 USD': -9_000n, '1420 KES': 1_161_000n, '4500 KES': -5_500n })
  expectBooksToBalance(branch)
})

test('[F2][F3] between two foreign currencies the client buys and sells', () => {
  const branch = counter()
  branch.must('teller', exchange('EUR', 5_000n, KES, 699_500n))
  branch.must('teller', exchange(USD, 1_000n, 'EUR', 911n))
  expect(balances(branch)).toMatchObject({
    '1410 USD': -1_000n,
    '1410 EUR': -4_089n,
    '1120 EUR': 4_089n,
    '1120 USD': 1_000n,
  })
  expectBooksToBalance(branch)
})

test.each([
  // who      hands in           is told        expected, in order of precedence
  ['accountant', exchange(USD, 10_000n, KES, 1_285_000n), 'not-permitted'],
  ['officer', exchange(USD, 10_000n, KES, 1_285_000n), 'drawer-not-open'],
  ['teller', exchange(USD, 10_000n, KES, 1_285_001n), 'rate-changed'],
  ['teller', exchange(USD, 20_000n, KES, 2_570_000n), 'drawer-short'],
  ['teller', exchange(KES, 12_950n, USD, 100n), 'drawer-short'],
  ['teller', exchange(USD, 10_000n, KES, 1_285_000n), 'posted'],
] as const)('[F3][F4] a %s exchanging %o: %s', (who, command, expected) => {
  const branch = counter()
  expect(outcomeType(branch.execute(who, command))).toBe(expected)
  expectBooksToBalance(branch)
})

test('[F4] foreign cash paid out is held against the limit at its worth in the institution’s currency', () => {
  const branch = counter()
  branch.must(
    'teller',
    { type: 'drawer.count', drawerId: drawerIn(branch, USD), counted: count([10_000n, 70]), note: 'brought' },
    'head-office',
  )
  const large = exchange(KES, 10_360_000n, USD, 80_000n)
  expect(expectRefusal(branch.execute('teller', large), 'approval-needed')).toMatchObject({
    limit: 'cashOutMinor',
    amountMinor: 10_320_000n,
    currency: KES,
  })
  expect(outcomeType(branch.execute('teller', large, 'manager'))).toBe('posted')
  expectBooksToBalance(branch)
})

test('[F1] rates are head office’s, in order, of foreign currencies; a later saying is the next version', () => {
  const branch = makeBranch()
  expectRefusal(branch.execute('manager', usd), 'not-permitted')
  expectRefusal(branch.execute('head-office', { ...usd, currency: KES }), 'rate-of-own-currency')
  expectRefusal(branch.execute('head-office', { ...usd, buy: rate('129.1') }), 'rates-out-of-order')
  expect(() => branch.execute('head-office', { ...usd, mid: rate('0') })).toThrow('not-positive')
  branch.must('head-office', usd)
  branch.must('head-office', { ...usd, mid: rate('129.1') })
  branch.must('head-office', { ...usd, from: businessDate('2026-03-09'), mid: rate('129.4') })
  const on = (date: string) => rateOn(branch.books.db, USD, KES, businessDate(date))
  expect(on('2026-03-01')).toBeNull()
  expect([on('2026-03-08')?.mid, on('2026-03-08')?.version]).toEqual(['129.1', 2])
  expect([on('2026-03-09')?.mid, on('2026-03-09')?.version]).toEqual(['129.4', 1])
  expectBooksToBalance(branch)
})

test('[F5] the position says what it is worth and what is not yet booked', () => {
  const branch = counter()
  branch.must('teller', exchange(USD, 10_000n, KES, 1_285_000n))
  branch.must('head-office', { ...usd, from: businessDate('2026-03-05'), mid: rate('129.2') })
  const answer = answerQuery(
    branch.books,
    branch.desk('manager'),
    { type: 'fx-position', date: businessDate('2026-03-05') },
    [],
  )
  const positions = (answer.ok ? answer.value : []) as readonly ExchangePosition[]
  expect(positions).toEqual([
    {
      currency: USD,
      positionMinor: 10_000n,
      equivalentMinor: 1_290_000n,
      worthMinor: 1_292_000n,
      gainMinor: 2_000n,
      mid: rate('129.2'),
    },
  ])
})

test('[F6] what is handed in for a wanted amount pays at least that, and a unit less pays less', () => {
  const on = (said: typeof usd | typeof eur): DayRate => ({ ...said, quote: KES, version: 1 })
  const rates = new Map<CurrencyCode, DayRate>([
    [USD, on(usd)],
    ['EUR', on(eur)],
    ['JPY', { ...on(usd), currency: 'JPY', buy: rate('0.85'), mid: rate('0.86'), sell: rate('0.87') }],
  ])
  const currency = fc.constantFrom<CurrencyCode>(KES, USD, 'EUR', 'JPY')
  fc.assert(
    fc.property(currency, currency, fc.bigInt({ min: 1n, max: 10n ** 11n }), (from, into, wantedMinor) => {
      if (from === into) return
      const inMinor = handInMinor(rates, { currency: into, amountMinor: wantedMinor }, from)
      expect(payoutMinor(rates, { currency: from, amountMinor: inMinor }, into)).toBeGreaterThanOrEqual(wantedMinor)
      expect(payoutMinor(rates, { currency: from, amountMinor: inMinor - 1n }, into)).toBeLessThan(wantedMinor)
    }),
    { seed: 7, numRuns: 500 },
  )
  expect(handInMinor(rates, { currency: USD, amountMinor: 10_000n }, KES)).toBe(1_295_000n)
  expect(handInMinor(rates, { currency: KES, amountMinor: 1_285_000n }, USD)).toBe(10_000n)
})

test('[F7] the history of a rate has every saying with who published it, newest day and version first', () => {
  const branch = makeBranch()
  branch.must('head-office', usd)
  branch.must('head-office', { ...usd, mid: rate('129.1') })
  branch.must('head-office', { ...usd, from: businessDate('2026-03-09'), mid: rate('129.4') })
  const history = rateHistory(branch.books.db, USD, KES)
  expect(history.map(({ from: day, version, mid, publishedBy }) => [day, version, mid, publishedBy])).toEqual([
    ['2026-03-09', 1, '129.4', 'Grace Wanjiru'],
    ['2026-03-02', 2, '129.1', 'Grace Wanjiru'],
    ['2026-03-02', 1, '129', 'Grace Wanjiru'],
  ])
  expectBooksToBalance(branch)
})
