import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { makeSchedule } from '../../../core/schedule/make-schedule.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectLoanBooked, nextDay } from '../../support/lent-books.ts'
import { loanOf, noLateness, paidOutLoan } from '../../support/loans.ts'
import { runNights } from '../../support/nights.ts'
import { templateProduct } from '../../support/products.ts'
import { loanTerms } from './loan-terms.ts'

const startsOn = businessDate('2025-01-01')
const grace = { principal: 0, interestPayment: 0, interestFree: 0 }
const base = { startsOn, count: 3, percent: '36.5', amortization: 'equal-principal' } as const
const byDays = { by: 'days', daysInMonth: 'actual', daysInYear: 365, countsPartialPeriods: false } as const
const byPeriods = { by: 'periods', daysInMonth: 30, daysInYear: 360, countsPartialPeriods: false } as const

/** Interest of 3,000.00 at a tenth of a percent a day, due on 1 February, 1 March and 1 April. */
function interests(over: Partial<Parameters<typeof loanTerms>[0]>, interestFreeDays: number): readonly bigint[] {
  const terms = loanTerms({ ...base, ...over, grace: { ...grace, interestFreeDays } })
  return makeSchedule(terms, [{ date: startsOn, amountMinor: 300_000n }], []).map(({ interestMinor }) => interestMinor)
}

test.each([
  ['none', 0, [9_300n, 5_600n, 3_100n]],
  ['ten days', 10, [6_300n, 5_600n, 3_100n]],
  ['into the second period', 45, [0n, 2_800n, 3_100n]],
  ['beyond the end', 100, [0n, 0n, 0n]],
] as const)('[L84] days that are free of interest: %s', (_what, days, expected) => {
  for (const algorithm of ['cumulative', 'progressive'] as const)
    expect([algorithm, interests({ algorithm, share: byDays }, days)]).toEqual([algorithm, expected])
})

test('[L84] the same of every period whatever its days, and flat, by the share of its days', () => {
  expect(interests({ share: byPeriods, percent: '12' }, 0)).toEqual([3_000n, 2_000n, 1_000n])
  expect(interests({ share: byPeriods, percent: '12' }, 31)).toEqual([0n, 2_000n, 1_000n])
  const flat = { interestMethod: 'flat', amortization: 'equal-installments', share: byPeriods, percent: '12' } as const
  expect([interests(flat, 0), interests(flat, 31)]).toEqual([
    [3_000n, 3_000n, 3_000n],
    [2_000n, 2_000n, 2_000n],
  ])
})

test('[L84] a loan earns nothing in them, and a level installment is less', () => {
  const { schedule } = templateProduct('loan')
  const free = { ...schedule, grace: { ...schedule.grace, interestFreeDays: 15 } }
  const lending = paidOutLoan(makeBranch(), { installments: 3, product: { ...noLateness, schedule: free } })
  nextDay(lending, '2026-03-17')
  runNights(lending.branch)
  expect(loanOf(lending).booked.recognisedInterest).toBe(0n)
  nextDay(lending, '2026-04-02')
  runNights(lending.branch)
  const { recognisedInterest } = loanOf(lending).booked
  expect(recognisedInterest > 9_000n && recognisedInterest < 11_000n).toBe(true)
  expectLoanBooked(lending)
  const due = lending.branch.books.db
    .prepare<[string], bigint>('SELECT principal_minor + interest_minor FROM loan_installment WHERE loan_id = ?')
    .safeIntegers(true)
    .pluck()
    .all(lending.loanId)
  expect(due.every(minor => minor < 346_755n)).toBe(true)
})
