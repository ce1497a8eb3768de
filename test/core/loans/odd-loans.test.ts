import { expect, test } from 'vitest'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import { settling } from '../../../core/loans/early-payment.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { rate } from '../../../core/money/rate.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { entriesOf, expectLoanBooked, nextDay, standsOn } from '../../support/lent-books.ts'
import { approvedLoan, type Lending, loanOf, noLateness, paidOutLoan, repay } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const template = templateProduct('loan')
const today = businessDate('2026-03-02')
const free = { min: rate('0'), max: rate('0'), default: rate('0') }
const once = (every: number, unit: 'days' | 'months', most: number): Partial<LoanProduct> => ({
  ...noLateness,
  frequencies: [{ every, unit, installments: { min: 1, max: most, default: most } }],
  dueDates: { ...template.dueDates, restDays: 'leave', firstAfterDays: { min: 0, max: 60 } },
})

const rows = ({ branch, loanId }: Lending) =>
  branch.books.db
    .prepare<[string], { due: string; principal: bigint; interest: bigint }>(
      'SELECT due_on AS due, principal_minor AS principal, interest_minor AS interest FROM loan_installment WHERE loan_id = ? ORDER BY due_on',
    )
    .safeIntegers(true)
    .all(loanId)

const isSettled = (lending: Lending): boolean =>
  loanOf(lending).state === 'paid-off' &&
  ['1210', '1220', '2310', '2320'].every(account => standsOn(lending, account, lending.loanId) === 0n)

test('[L2] a loan without interest is repaid to the last minor unit, the rest of a division with the last installment', () => {
  const lending = paidOutLoan(makeBranch(), {
    principalMinor: 100_000n,
    product: { ...once(1, 'months', 7), annualPercent: free },
  })
  expect(rows(lending).map(({ principal }) => principal)).toEqual([...Array(6).fill(14_286n), 14_284n])
  repay(lending, 100_000n)
  expect(isSettled(lending)).toBe(true)
  expectLoanBooked(lending)
})

test('[L1][L2] a loan of one day, and one of six hundred of them', () => {
  const day = paidOutLoan(makeBranch(), { principalMinor: 100_000n, product: once(1, 'days', 1) })
  expect(rows(day).map(({ due }) => due)).toEqual(['2026-03-03'])
  nextDay(day, '2026-03-03')
  repay(day, settling(loanOf(day), businessDate('2026-03-03')).payoffMinor)
  expect(isSettled(day)).toBe(true)
  const long = paidOutLoan(makeBranch({ seed: 'long' }), { principalMinor: 600_000n, product: once(1, 'days', 600) })
  expect(rows(long).length).toBe(600)
  expect(rows(long).at(-1)?.due).toBe(addDays(today, 600))
  expect(rows(long).reduce((sum, { principal }) => sum + principal, 0n)).toBe(600_000n)
  repay(long, 50_000n)
  expectLoanBooked(long)
})

test.each(['UGX', 'KWD', 'JPY'] as const)(
  '[M1][L13] a loan in %s, whose units have other decimals, is paid off to nothing',
  currency => {
    const branch = makeBranch({ currency: currency satisfies CurrencyCode })
    const lending = approvedLoan(branch, {
      principalMinor: 100_001n,
      installments: 3,
      product: { ...noLateness, currency },
    })
    const { loanId, accountId } = lending
    const savings = { kind: 'savings', accountId } as const
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 200_000n, currency }, 'head-office')
    branch.must(
      'officer',
      { type: 'loan.disburse', loanId, amountMinor: 100_001n, currency, to: savings },
      'head-office',
    )
    const { payoffMinor: amountMinor } = settling(loanOf(lending), today)
    branch.must('officer', { type: 'loan.repay', loanId, amountMinor, currency, from: savings }, 'head-office')
    expect(isSettled(lending)).toBe(true)
    expectLoanBooked(lending)
  },
)

test('[L22] what pays a recalculated loan off on the day it was paid out is what was paid out', () => {
  const recalculation = {
    rest: 'daily',
    advance: 'reduce-installment',
    compounding: 'none',
    lateInterest: 'every-period',
    payoff: 'to-the-day',
  } as const
  const lending = paidOutLoan(makeBranch(), { product: { repayment: { ...template.repayment, recalculation } } })
  expect(settling(loanOf(lending), today).payoffMinor).toBe(1_000_000n)
  repay(lending, 1_000_000n)
  expect(isSettled(lending)).toBe(true)
  expectLoanBooked(lending)
})

test('[L11][L38] a payment that counts from before a later part is taken as of then; a part is taken back after it only', () => {
  const schedule = { ...template.schedule, tranchesMax: 2 }
  const lending = approvedLoan(makeBranch(), { installments: 6, product: { ...noLateness, schedule } })
  const { branch, loanId, accountId } = lending
  const to = { kind: 'savings', accountId } as const
  const part = { type: 'loan.disburse', loanId, currency: 'KES', to } as const
  branch.must('officer', { ...part, amountMinor: 600_000n })
  nextDay(lending, '2026-03-20')
  const second = branch.must('officer', { ...part, amountMinor: 400_000n }).record
  nextDay(lending, '2026-03-23')
  const paid = repay(lending, 50_000n, { valueDate: '2026-03-16' }).record
  expectLoanBooked(lending)
  const reverse = (record: typeof paid) =>
    branch.execute('manager', { type: 'operation.reverse', record, reason: 'wrong-amount' }, 'head-office')
  expectRefusal(reverse(second), 'loan-not-last')
  expect([outcomeType(reverse(paid)), outcomeType(reverse(second))]).toEqual(['posted', 'posted'])
  expect(loanOf(lending).booked.paidOut).toBe(600_000n)
  expectLoanBooked(lending)
})

test('[L38] a disbursement of which a fee was kept back is taken back with the fee', () => {
  const fee = {
    chargeId: 'fee',
    name: 'Fee',
    kind: 'fee',
    amount: { type: 'percent', of: 'paid-out', percent: rate('2') },
    when: { type: 'disbursement-deducted' },
  } as const
  const lending = approvedLoan(makeBranch(), { product: { charges: [fee] } })
  const { branch, loanId } = lending
  const to = { kind: 'drawer' } as const
  const disburse = { type: 'loan.disburse', loanId, amountMinor: 1_000_000n, currency: 'KES', to } as const
  const { record } = branch.must('officer', disburse)
  const undone = branch.must('manager', { type: 'operation.reverse', record, reason: 'wrong-account' })
  expect(entriesOf(branch, undone)[0]?.slice(1)).toEqual(['1120 980000', '1210 -1000000', '4200 20000'])
  expect(loanOf(lending).state).toBe('approved')
  branch.must('officer', disburse)
  expectLoanBooked(lending)
})

test('[L1] a loan of 29 February falls due on the 29th of each month', () => {
  const lending = approvedLoan(makeBranch(), { installments: 3, product: once(1, 'months', 3) })
  nextDay(lending, '2028-02-29')
  const { branch, loanId } = lending
  const to = { kind: 'drawer' } as const
  branch.must('officer', { type: 'loan.disburse', loanId, amountMinor: 1_000_000n, currency: 'KES', to })
  expect(rows(lending).map(({ due }) => due)).toEqual(['2028-03-29', '2028-04-29', '2028-05-29'])
  expectLoanBooked(lending)
})
