import { expect, test } from 'vitest'
import { addDays, type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { journalEntry } from '../../../core/journal/entry.ts'
import { balanceAnswer } from '../../../core/query/balance-answer.ts'
import type { StatementRow } from '../../../core/query/savings-answers.ts'
import { type StatementPage, statementAnswer } from '../../../core/query/statement-answer.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'

const first = businessDate('2026-03-02')

interface Grown {
  readonly branch: Branch
  readonly accountId: string
}

/** Records on days in no order, of which every third has three lines of the same account, and value dates a week earlier. */
function grown(): Grown {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  for (let n = 0; n < 20; n++) {
    const date = addDays(first, (n * 7) % 11)
    const amounts = n % 3 === 0 ? [500n, -200n, BigInt(n + 1)] : [BigInt(1000 + n)]
    const { currency } = branch
    const entries = amounts.map(amountMinor =>
      journalEntry('manual-journal', [
        { account: '1130', amountMinor, currency },
        { account: '2110', subAccount: accountId, amountMinor: -amountMinor, currency },
      ]),
    )
    const valueDate = n % 2 === 0 ? date : addDays(date, -7)
    appendCrafted(branch, { businessDate: date, valueDate, entries })
  }
  return { branch, accountId }
}

function readAll({ branch, accountId }: Grown, page: Partial<StatementPage>): readonly StatementRow[] {
  const rows: StatementRow[] = []
  let before: StatementPage['before']
  do {
    const answer = statementAnswer(branch.books.db, { accountId, limit: 4, ...page, before })
    if (!answer.ok) throw new Error(answer.refusal.type)
    rows.push(...answer.value.rows)
    before = answer.value.next
  } while (before)
  return rows
}

test.each([1, 4, 7, 200])(
  '[Q4] in pages of %i each line stands on one page, by day, and the balances add up',
  limit => {
    const { branch, accountId } = grown()
    const rows = readAll({ branch, accountId }, { limit })
    expect(rows).toHaveLength(20 + 7 * 2)
    expect(new Set(rows.map(({ place }) => JSON.stringify(place))).size).toBe(rows.length)
    const days = rows.map(({ bookingDate }) => bookingDate)
    expect(days).toEqual(days.toSorted().toReversed())
    rows.forEach((row, place) => {
      expect(row.balanceMinor).toBe((rows[place + 1]?.balanceMinor ?? 0n) + row.amountMinor)
    })
    expectBooksToBalance(branch)
  },
)

test('[Q4] a range of days is the same lines with the same balances', () => {
  const { branch, accountId } = grown()
  const [from, to] = [addDays(first, 3), addDays(first, 7)]
  const all = readAll({ branch, accountId }, {})
  const within = all.filter(({ bookingDate }) => bookingDate >= from && bookingDate <= to)
  expect(readAll({ branch, accountId }, { from, to })).toEqual(within)
})

test('[Q3] the balance as of a day is the sum of the lines up to it, as booked and as counted', () => {
  const { branch, accountId } = grown()
  const rows = readAll({ branch, accountId }, {})
  const summed = (until: (row: StatementRow) => boolean) =>
    rows.filter(until).reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
  const balance = (asOf: BusinessDate, basis: 'booking' | 'value') => {
    const answer = balanceAnswer(branch.books.db, { accountId, asOf, basis })
    return answer.ok ? answer.value.balanceMinor : answer.refusal
  }
  for (let day = -9; day < 14; day++) {
    const asOf = addDays(first, day)
    expect(balance(asOf, 'booking')).toBe(summed(({ bookingDate }) => bookingDate <= asOf))
    expect(balance(asOf, 'value')).toBe(summed(({ valueDate }) => valueDate <= asOf))
  }
})

test('[Q3] of an account that is not there no balance is told', () => {
  const { branch } = grown()
  const accountId = branch.environment.newId()
  const answer = balanceAnswer(branch.books.db, { accountId, asOf: first, basis: 'booking' })
  expect(answer).toEqual({ ok: false, refusal: { type: 'account-unknown' } })
})
