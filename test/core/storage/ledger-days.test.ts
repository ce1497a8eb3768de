import { expect, test } from 'vitest'
import { addDays, type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import type { DateBasis } from '../../../core/journal/date-basis.ts'
import { transferEntry } from '../../../core/journal/entry.ts'
import { branchTotalsAsOf, ledgerTotals, ledgerTotalsAsOf } from '../../../core/storage/ledger-as-of.ts'
import { appendCrafted } from '../../support/append-crafted.ts'
import { type Branch, makeBranch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { seededRandom } from '../../support/seeded-random.ts'

const first = businessDate('2026-01-05')
const days = 12
const accounts = ['1130', '4200', '5910', '4910']

interface Crafted {
  readonly bookingDate: BusinessDate
  readonly valueDate: BusinessDate
  readonly debit: string
  readonly credit: string
  readonly amountMinor: bigint
  readonly elsewhere: boolean
}

/** Transfers between four accounts on days in no order, one in four with another value date, some of another branch. */
function transfers(seed: number, count: number): readonly Crafted[] {
  const random = seededRandom(seed)
  const below = (max: number) => Math.floor(random() * max)
  return Array.from({ length: count }, () => {
    const bookingDate = addDays(first, below(days))
    const debit = below(accounts.length)
    return {
      bookingDate,
      valueDate: below(4) === 0 ? addDays(bookingDate, below(9) - 5) : bookingDate,
      debit: accounts[debit] ?? '',
      credit: accounts[(debit + 1 + below(3)) % accounts.length] ?? '',
      amountMinor: BigInt(1 + below(100_000)),
      elsewhere: below(3) === 0,
    }
  })
}

function booked(crafted: readonly Crafted[]): Branch {
  const branch = makeBranch()
  const { currency } = branch
  const home = branch.books.db.prepare('SELECT branch_id FROM branch').pluck().get() as string
  const elsewhere = branch.environment.newId()
  for (const { bookingDate: businessDate, valueDate, debit, credit, amountMinor, ...transfer } of crafted) {
    const entry = transferEntry('bank-transfer', {
      debit: { account: debit },
      credit: { account: credit },
      amountMinor,
      currency,
    })
    const place = transfer.elsewhere ? elsewhere : home
    appendCrafted(branch, { businessDate, valueDate, entries: [entry], branch: place })
  }
  return branch
}

/** The same figures from every single line. */
const summedLines = ({ books }: Branch, date: string, basis: DateBasis): unknown =>
  books.db
    .prepare(
      `SELECT account, currency, sum(max(amount_minor, 0)) AS debitMinor, sum(max(-amount_minor, 0)) AS creditMinor
       FROM line JOIN record USING (position) WHERE record.${basis === 'value' ? 'value_date' : 'business_date'} <= ?
       GROUP BY account, currency ORDER BY account, currency`,
    )
    .safeIntegers(true)
    .all(date)

test.each([1, 2, 3])('[Q1] totals as of any day are the sums of the lines up to it, by either date (seed %i)', seed => {
  const branch = booked(transfers(seed, 150))
  for (let day = -8; day < days + 6; day++) {
    const date = addDays(first, day)
    expect(ledgerTotalsAsOf(branch.books.db, { date, basis: 'booking' })).toEqual(summedLines(branch, date, 'booking'))
    expect(ledgerTotalsAsOf(branch.books.db, { date, basis: 'value' })).toEqual(summedLines(branch, date, 'value'))
  }
  const last = businessDate('2199-12-31')
  expect(ledgerTotals(branch.books.db)).toEqual(ledgerTotalsAsOf(branch.books.db, { date: last, basis: 'value' }))
  expectBooksToBalance(branch)
})

test.each([5, 6])(
  '[Q1] of each branch apart, and of one account, the totals are the sums of its lines (seed %i)',
  seed => {
    const branch = booked(transfers(seed, 120))
    const { db } = branch.books
    const byBranch = (date: string): unknown =>
      db
        .prepare(
          `SELECT account, currency, sum(max(amount_minor, 0)) AS debitMinor, sum(max(-amount_minor, 0)) AS creditMinor,
           record.branch AS branchId FROM line JOIN record USING (position) WHERE record.value_date <= ?
         GROUP BY account, currency, record.branch ORDER BY account, currency, record.branch`,
        )
        .safeIntegers(true)
        .all(date)
    for (let day = -8; day < days + 6; day += 3) {
      const date = addDays(first, day)
      const all = ledgerTotalsAsOf(db, { date, basis: 'value' })
      expect(branchTotalsAsOf(db, { date, basis: 'value' })).toEqual(byBranch(date))
      for (const account of accounts)
        expect(ledgerTotalsAsOf(db, { date, basis: 'value', account })).toEqual(
          all.filter(row => row.account === account),
        )
    }
    expectBooksToBalance(branch)
  },
)

test('[Q1] the days depend on the lines and not on the order in which they came', () => {
  const crafted = transfers(4, 80)
  const daysOf = ({ books }: Branch) => [
    books.db.prepare('SELECT * FROM ledger_day ORDER BY account, currency, branch, booking_date').all(),
    books.db.prepare('SELECT * FROM value_dated ORDER BY account, currency, branch, booking_date, value_date').all(),
    books.db.prepare("SELECT * FROM balance WHERE sub_account = '' ORDER BY account, currency, branch").all(),
  ]
  const inOrder = crafted.toSorted((a, b) => (a.bookingDate < b.bookingDate ? -1 : 1))
  expect(daysOf(booked(inOrder))).toEqual(daysOf(booked(crafted)))
})

test('[Q1] in the order of the days there is one row a past day and account', () => {
  const inOrder = transfers(5, 200).toSorted((a, b) => (a.bookingDate < b.bookingDate ? -1 : 1))
  const { db } = booked(inOrder).books
  const rows = db.prepare('SELECT count(*) FROM ledger_day').pluck().get()
  expect(rows).toBeLessThanOrEqual((days - 1) * accounts.length * 2)
})
