import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { frequencyOf, usualFirstDueOn } from '../../../core/products/first-due-date.ts'
import { offerFaults, usualOffer } from '../../../core/products/loan-offer.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import { productFaults } from '../../../core/products/product-faults.ts'
import { dateAfterPeriods } from '../../../core/schedule/due-dates.ts'
import { cumulativeFactor } from '../../../core/schedule/rate-factor.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectLoanBooked } from '../../support/lent-books.ts'
import { approvedLoan, loanOf } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'
import { loanTerms } from '../schedule/loan-terms.ts'

const template = templateProduct('loan')
const counts = { min: 1, max: 12, default: 4 }
const halves: LoanProduct = {
  ...template,
  frequencies: [{ every: 1, unit: 'half-months', installments: counts }],
  dueDates: {
    ...template.dueDates,
    restDays: 'leave',
    firstAfterDays: { min: 7, max: 60 },
    dayOfMonth: 1,
    otherDayOfMonth: 15,
  },
}
const monthly = (dayOfMonth: number): LoanProduct => {
  const { otherDayOfMonth: _, ...dueDates } = halves.dueDates
  return {
    ...halves,
    frequencies: [{ every: 1, unit: 'months', installments: counts }],
    dueDates: { ...dueDates, dayOfMonth },
  }
}

test.each([
  ['2026-03-07', 'half-months', 1, [1, 15], ['2026-03-15', '2026-04-01', '2026-04-15', '2026-05-01']],
  ['2026-03-15', 'half-months', 2, [1, 15], ['2026-04-15', '2026-05-15', '2026-06-15', '2026-07-15']],
  ['2026-12-20', 'half-months', 1, [15, 31], ['2026-12-31', '2027-01-15', '2027-01-31', '2027-02-15']],
  ['2028-01-31', 'months', 1, [31], ['2028-02-29', '2028-03-31', '2028-04-30', '2028-05-31']],
  ['2026-03-05', 'months', 3, [5], ['2026-06-05', '2026-09-05', '2026-12-05', '2027-03-05']],
] as const)('[P15] from %s by %s, every %i, on the days %o', (seed, unit, every, onDays, dates) => {
  const found = dates.map((_, place) => dateAfterPeriods(businessDate(seed), place + 1, { every, unit, onDays }))
  expect(found).toEqual(dates)
})

test('[P15] the first installment is due on the first chosen day that the product takes, or on an agreed one', () => {
  const first = (startsOn: string, product = halves) => {
    const [frequency] = product.frequencies
    if (!frequency) throw new Error('a loan has a frequency')
    return usualFirstDueOn(product, { startsOn: businessDate(startsOn), frequency: frequencyOf(product, frequency) })
  }
  expect([first('2026-03-02'), first('2026-03-10')]).toEqual(['2026-03-15', '2026-04-01'])
  expect([first('2026-03-02', monthly(5)), first('2026-01-29', monthly(30))]).toEqual(['2026-04-05', '2026-02-28'])
  const offer = usualOffer(halves, businessDate('2026-03-02'))
  const agreed = (firstDueOn: string) => offerFaults(halves, { ...offer, firstDueOn: businessDate(firstDueOn) })
  expect(agreed('2026-04-01')).toEqual([])
  expect(agreed('2026-04-02')).toEqual([{ field: 'firstDueOn', rule: 'not-a-chosen-day' }])
})

test.each([
  ['dueDates.dayOfMonth', 'not-by-months', { ...halves, frequencies: template.frequencies }],
  ['dueDates.dayOfMonth', 'not-by-months', { ...monthly(5), frequencies: halves.frequencies }],
  ['dueDates.otherDayOfMonth', 'not-in-order', { ...halves, dueDates: { ...halves.dueDates, dayOfMonth: 15 } }],
  [
    'dueDates.dayOfMonth',
    'above-maximum',
    { ...halves, dueDates: { ...halves.dueDates, dayOfMonth: 28, otherDayOfMonth: 30 } },
  ],
  [
    'dueDates.firstAfterDays.max',
    'shorter-than-a-month',
    { ...monthly(5), dueDates: { ...monthly(5).dueDates, firstAfterDays: { min: 7, max: 20 } } },
  ],
] as const)('[P15] chosen days that do not fit are named: %s %s', (field, rule, product) => {
  expect(productFaults(product)).toContainEqual({ field, rule })
})

test('[P15] a first period of another length bears interest for its length where periods do', () => {
  const dueDates = ['2026-03-15', '2026-04-01', '2026-04-15'].map(businessDate)
  const terms = loanTerms({
    count: 3,
    startsOn: businessDate('2026-03-07'),
    frequency: { every: 1, unit: 'half-months', onDays: [1, 15] },
    percent: '24',
    share: { by: 'periods', daysInMonth: 30, daysInYear: 360, countsPartialPeriods: true },
  })
  const shares = dueDates.map((dueOn, place) => {
    const from = dueDates[place - 1] ?? terms.startsOn
    const { numerator, denominator } = cumulativeFactor({ place, from, dueOn }, { ...terms, dueDates })
    return Number((numerator * 10_000n) / denominator)
  })
  expect(shares).toEqual([53, 100, 100])
})

test('[P15] a loan falls due on the 1st and the 15th, and goes back to them after a date was moved', () => {
  const { frequencies, dueDates } = halves
  const lending = approvedLoan(makeBranch(), { installments: 4, product: { frequencies, dueDates } })
  const { branch, loanId } = lending
  const to = { kind: 'drawer' } as const
  branch.must('officer', { type: 'loan.disburse', loanId, amountMinor: 1_000_000n, currency: 'KES', to })
  expect(loanOf(lending).dates?.dueDates).toEqual(['2026-03-15', '2026-04-01', '2026-04-15', '2026-05-01'])
  expectLoanBooked(lending)
  const [from, later] = [businessDate('2026-04-01'), businessDate('2026-04-07')]
  branch.must('manager', { type: 'loan.reschedule', loanId, from, to: later })
  const due = branch.books.db.prepare('SELECT due_on FROM loan_installment WHERE loan_id = ? ORDER BY due_on').pluck()
  expect(due.all(loanId)).toEqual(['2026-03-15', '2026-04-07', '2026-04-15', '2026-05-01'])
  expectLoanBooked(lending)
})
