import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { period } from '../../../core/calendar/period.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { unbookedGainMinor } from '../../../core/foreign-exchange/revalue-position.ts'
import { rate } from '../../../core/money/rate.ts'
import { checklistAnswer } from '../../../core/query/periods-answer.ts'
import { positionAsOf } from '../../../core/storage/fx-positions.ts'
import { type Branch, count, makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { endDay } from '../../support/end-day.ts'
import { expectRefusal } from '../../support/expect.ts'

const KES = 'KES' as const
const USD = 'USD' as const
const day = businessDate
const published = (from: string, mid: string) =>
  ({
    type: 'rate.publish',
    currency: USD,
    from: day(from),
    buy: rate('120'),
    mid: rate(mid),
    sell: rate('140'),
  }) as const

/** The teller buys 100 dollars on 30 March, which stand in the books at 129; on the 31st a dollar is worth 131.25. */
function monthEnd(): Branch {
  const branch = makeBranch({ start: '2026-03-30T07:00:00.000Z' })
  branch.must('head-office', published('2026-03-30', '129'))
  branch.must('head-office', published('2026-03-31', '131.25'))
  branch.must('head-office', published('2026-04-30', '127.5'))
  branch.must('teller', { type: 'day.open', date: day('2026-03-30') })
  branch.must('teller', { type: 'drawer.open', currency: KES, counted: count([100_000n, 20]) })
  branch.must('teller', { type: 'drawer.open', currency: USD, counted: [] })
  branch.must('teller', { type: 'fx.exchange', currency: USD, amountMinor: 10_000n, into: KES, paidMinor: 1_200_000n })
  return branch
}

function goTo(branch: Branch, date: string): void {
  const open = branch.books.db
    .prepare('SELECT drawer_id AS id, currency FROM drawer WHERE closed_position IS NULL')
    .all() as { id: string; currency: string }[]
  for (const { id, currency } of open)
    branch.must('teller', {
      type: 'drawer.close',
      drawerId: id,
      counted: currency === KES ? count([100_000n, 8]) : count([10_000n, 1]),
    })
  endDay(branch, 'teller')
  branch.environment.setClock(`${date}T07:00:00.000Z`)
  branch.must('teller', { type: 'day.open', date: day(date) })
}

const revalue = (asOf: string) => ({ type: 'fx.revalue', currency: USD, asOf: day(asOf) }) as const

const standing = (branch: Branch, account: string): bigint =>
  BigInt(
    branch.books.db
      .prepare(
        "SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM balance WHERE account = ? AND sub_account = '' AND currency = 'KES'",
      )
      .pluck()
      .get(account) as number,
  )

/**
 * The revaluation worksheet of the FDIC's Risk Management Manual of Examination Policies, section 17.1 (2005): net position and book
 * value, spot rate, and the profit or loss, which the worksheet rounds to the hundred. A line without a misprint each way.
 */
test.each([
  // currency  position       book value    spot        worksheet   exact
  ['AUD', 2_460_000n, 2_790_000n, '1.1495', 400, 37_770n],
  ['CAD', 6_600_000n, -9_000_000n, '0.8683', 147_300, 14_730_780n],
  ['CHF', -6_070_000n, -2_530_000n, '0.5328', -7_000, -704_096n],
  ['GBP', 55_850_000n, 130_820_000n, '2.222', -67_200, -6_721_300n],
] as const)(
  '[F8] the published worksheet: %s %d booked at %d, at %s',
  (currency, position, book, spot, rounded, exact) => {
    const at = {
      currency,
      quote: USD,
      from: day('2005-02-02'),
      version: 1,
      buy: rate(spot),
      mid: rate(spot),
      sell: rate(spot),
    }
    const gainMinor = unbookedGainMinor({
      positionMinor: position,
      counterValueMinor: book,
      rate: at,
      lastRevaluedOn: null,
    })
    expect(gainMinor).toBe(exact)
    expect(Math.round(Number(gainMinor) / 10_000) * 100).toBe(rounded)
  },
)

test('[F8] 100 dollars booked at 129 and worth 131.25 gain 225.00, from the day that it is about', () => {
  const branch = monthEnd()
  goTo(branch, '2026-04-02')
  expectRefusal(branch.execute('teller', revalue('2026-03-31')), 'not-permitted')
  expectRefusal(branch.execute('accountant', revalue('2026-03-31')), 'approval-needed')
  branch.must('accountant', revalue('2026-03-31'), 'manager')
  expect([standing(branch, '1420'), standing(branch, '4510'), standing(branch, '5510')]).toEqual([
    1_312_500n,
    -22_500n,
    0n,
  ])
  const before = positionAsOf(
    branch.books.db,
    USD,
    loadContext(branch.books, branch.desk('manager')).branch.branchId,
    day('2026-03-30'),
  )
  expect(before).toEqual({ positionMinor: 10_000n, counterValueMinor: 1_290_000n })
  expectBooksToBalance(branch)
})

test('[F8] once for each day, in order, up to the open day, at a rate that there is', () => {
  const branch = monthEnd()
  expectRefusal(branch.execute('accountant', revalue('2026-03-31'), 'manager'), 'value-date-ahead')
  expectRefusal(branch.execute('accountant', revalue('2026-03-29'), 'manager'), 'rate-unknown')
  goTo(branch, '2026-04-02')
  branch.must('accountant', revalue('2026-03-31'), 'manager')
  for (const again of ['2026-03-31', '2026-03-30'])
    expect(expectRefusal(branch.execute('accountant', revalue(again), 'manager'), 'revalued-already')).toMatchObject({
      date: '2026-03-31',
    })
  // Nothing has changed since: it is recorded that somebody looked, which takes nobody else.
  branch.must('accountant', revalue('2026-04-01'))
  expectBooksToBalance(branch)
})

test('[F9] the next revaluation books what has changed since, and all of them together the whole change', () => {
  const branch = monthEnd()
  goTo(branch, '2026-04-02')
  branch.must('accountant', revalue('2026-03-31'), 'manager')
  goTo(branch, '2026-04-30')
  branch.must('manager', revalue('2026-04-30'), 'head-office')
  // 131.25 to 127.50 loses 375.00; the whole way from 129.00 loses 150.00.
  expect([standing(branch, '4510'), standing(branch, '5510')]).toEqual([-22_500n, 37_500n])
  expect(standing(branch, '1420')).toBe(1_275_000n)
  expectBooksToBalance(branch)
})

test('[F10] the checklist of the month shows the position until it is revalued as of the last day', () => {
  const branch = monthEnd()
  goTo(branch, '2026-04-02')
  const item = () => {
    const context = loadContext(branch.books, branch.desk('accountant'))
    return checklistAnswer(branch.books.db, context, period('2026-03')).items.find(one => one.item === 'revaluation')
  }
  expect(item()).toMatchObject({ state: 'attention', amounts: [{ currency: USD, amountMinor: 10_000n }] })
  branch.must('accountant', revalue('2026-03-31'), 'manager')
  expect(item()).toMatchObject({ state: 'done', amounts: [] })
  expectBooksToBalance(branch)
})
