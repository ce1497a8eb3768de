import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { rate } from '../../../core/money/rate.ts'
import { readStatement } from '../../../core/statements/read-statement.ts'
import { type StatementRequest, statementRequestSchema } from '../../../core/statements/statement-request.ts'
import { type Branch, count, makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { spoiledOnPurpose } from '../../support/made-books.ts'

const KES = 'KES' as const
const USD = 'USD' as const
const day = businessDate
const rates = (from: string, mid: string, currency: 'USD' | 'JPY' = USD) =>
  ({ type: 'rate.publish', currency, from: day(from), buy: rate('0.5'), mid: rate(mid), sell: rate('140') }) as const

/** On 2 March 100.00 dollars come for 50.00 shillings, and stand at 129; on the 3rd a dollar is worth 131.255. */
function books(): Branch {
  const branch = makeBranch()
  branch.must('head-office', rates('2026-03-02', '129'))
  branch.must('head-office', rates('2026-03-03', '131.255'))
  branch.must('teller', { type: 'day.open', date: day('2026-03-02') })
  branch.must('teller', { type: 'drawer.open', currency: KES, counted: count([100_000n, 20]) })
  branch.must('teller', { type: 'drawer.open', currency: USD, counted: [] })
  branch.must('teller', { type: 'fx.exchange', currency: USD, amountMinor: 10_000n, into: KES, paidMinor: 5_000n })
  return branch
}

const sheet = (branch: Branch, kind: StatementRequest['kind'], to: string, earlier?: string) => {
  const read = readStatement(branch.books.db, {
    kind,
    basis: 'booking',
    days: { to: day(to) },
    ...(earlier ? { earlier: { to: day(earlier) } } : {}),
    isConsolidated: true,
  })
  if (!read.ok) throw new Error(read.refusal.type)
  const [only, ...others] = read.value.sheets
  expect([only?.currency, others]).toEqual([KES, []])
  const rows = only?.rows ?? []
  const of = (id: string, name: 'amount' | 'earlier' = 'amount') => rows.find(row => row.id === id)?.figures[name]
  return { of, checks: only?.checks ?? [], rates: read.value.rates }
}

test('[T18] foreign cash stands at the middle rate of the day, what is not booked of it as one difference', () => {
  const branch = books()
  const first = sheet(branch, 'balance-sheet', '2026-03-02')
  // The vault's 2,000,000.00 less 50.00 shillings, and 100 dollars at 129; all of the gain is booked.
  expect([first.of('assets'), first.of('translation-difference')]).toEqual([200_000_000n - 5_000n + 1_290_000n, 0n])
  const second = sheet(branch, 'balance-sheet', '2026-03-03', '2026-03-02')
  expect(second.rates?.map(({ currency, mid }) => [currency, mid])).toEqual([[USD, '131.255']])
  expect(second.of('assets')).toBe(200_000_000n - 5_000n + 1_312_550n)
  expect([second.of('translation-difference'), second.of('translation-difference', 'earlier')]).toEqual([22_550n, 0n])
  expect([second.of('assets/1410'), second.of('assets/1420')]).toEqual([undefined, undefined])
  expect(second.of('assets', 'earlier')).toBe(first.of('assets'))
  for (const { firstMinor, secondMinor } of [...first.checks, ...second.checks]) expect(firstMinor).toBe(secondMinor)
  expectBooksToBalance(branch)
})

test('[T18] once revalued, nothing is left to translate, and the income statement has the gain', () => {
  const branch = books()
  branch.must('head-office', rates('2026-03-02', '131.255'))
  branch.must('accountant', { type: 'fx.revalue', currency: USD, asOf: day('2026-03-02') }, 'manager')
  const balance = sheet(branch, 'balance-sheet', '2026-03-02')
  expect([balance.of('translation-difference'), balance.of('assets')]).toEqual([0n, 200_000_000n - 5_000n + 1_312_550n])
  const income = sheet(branch, 'income-statement', '2026-03-02')
  expect(income.of('net-result')).toBe(1_290_000n - 5_000n + 22_550n)
  expectBooksToBalance(branch)
})

test('[T18] without a rate for a currency that was moved it is refused; the others keep each currency apart', () => {
  const branch = books()
  const asked = { kind: 'balance-sheet', basis: 'booking', isConsolidated: true } as const
  const early = readStatement(branch.books.db, { ...asked, days: { to: day('2026-03-01') } })
  expect(early.ok).toBe(true)
  spoiledOnPurpose(branch, 'a rate is taken away that head office said')
  branch.books.db.prepare("DELETE FROM exchange_rate WHERE currency = 'USD'").run()
  const read = readStatement(branch.books.db, { ...asked, days: { to: day('2026-03-02') } })
  expect(read.ok ? null : read.refusal).toEqual({ type: 'rate-unknown', currency: USD })
  for (const kind of ['trial-balance', 'cash-flow', 'cash-reconciliation'] as const)
    expect(statementRequestSchema.safeParse({ ...asked, kind, days: { to: '2026-03-02' } }).success).toBe(false)
  branch.books.close()
})
