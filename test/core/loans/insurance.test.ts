import { expect, test } from 'vitest'
import { rate } from '../../../core/money/rate.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import { makeBranch } from '../../support/branch.ts'
import { entriesOf, expectLoanBooked, nextDay } from '../../support/lent-books.ts'
import { approvedLoan, type loanOf, noLateness, paidOutLoan, repay } from '../../support/loans.ts'
import { ledgerMinor } from '../../support/nights.ts'
import { templateProduct } from '../../support/products.ts'

const KES = 'KES' as const
const template = templateProduct('loan')
const half = { type: 'percent', of: 'outstanding', percent: rate('0.5') } as const
const each = { type: 'each-installment' } as const

const premium = { chargeId: 'life', name: 'Credit life', kind: 'insurance', amount: half, when: each } as const
const upfront = {
  chargeId: 'crop',
  name: 'Crop',
  kind: 'insurance',
  amount: { type: 'percent', of: 'paid-out', percent: rate('1') },
  when: { type: 'disbursement-deducted' },
} as const
const visit = {
  chargeId: 'visit',
  name: 'Visit',
  kind: 'fee',
  amount: { type: 'fixed', amountMinor: 700n },
  when: each,
} as const

const insured = (charges: LoanProduct['charges'], over: Partial<LoanProduct> = {}): Partial<LoanProduct> => ({
  ...noLateness,
  charges,
  ...over,
})
const three = { installments: 3, principalMinor: 300_000n }
const feesDue = (lending: Parameters<typeof loanOf>[0]): readonly bigint[] =>
  lending.branch.books.db
    .prepare<[string], bigint>('SELECT fees_minor FROM loan_installment WHERE loan_id = ? ORDER BY due_on')
    .safeIntegers(true)
    .pluck()
    .all(lending.loanId)

test('[L81] what is collected for an insurer is owed to the insurer, at once and with each installment, and is no income', () => {
  const lending = approvedLoan(makeBranch(), { ...three, product: insured([upfront, premium, visit]) })
  const { branch, loanId } = lending
  const disburse = { type: 'loan.disburse', loanId, amountMinor: 300_000n, currency: KES } as const
  const paidOut = branch.must('officer', { ...disburse, to: { kind: 'drawer' } })
  expect(entriesOf(branch, paidOut)).toEqual([['loan-disbursement', '1120 -297000', '1210 300000', '2270 -3000']])
  nextDay(lending, '2026-04-02')
  const paid = repay(lending, 106_226n)
  expect(entriesOf(branch, paid)[1]).toEqual([
    'loan-income',
    '1220 6000',
    '1230 2200',
    '2270 -1500',
    '4100 -6000',
    '4200 -700',
  ])
  expect([ledgerMinor(branch, '2270'), ledgerMinor(branch, '4200')]).toEqual([-4_500n, -700n])
  expectLoanBooked(lending)
  const reverse = { type: 'operation.reverse', record: paid.record, reason: 'wrong-amount' } as const
  branch.must('manager', reverse)
  expectLoanBooked(lending)
})

test('[L81] on the cash basis it is the insurer’s when it is paid, of what is paid of the fees the first', () => {
  const accounting = { ...template.accounting, basis: 'cash' } as const
  const lending = paidOutLoan(makeBranch(), { ...three, product: insured([premium, visit], { accounting }) })
  nextDay(lending, '2026-04-03')
  repay(lending, 1_600n)
  const { branch } = lending
  expect([ledgerMinor(branch, '2270'), ledgerMinor(branch, '4200')]).toEqual([-1_500n, -100n])
  expectLoanBooked(lending)
})

test('[L81] what the client is let off is first the institution’s own, and without an account of an insurer all of it is income', () => {
  const lending = paidOutLoan(makeBranch(), { ...three, product: insured([premium, visit]) })
  nextDay(lending, '2026-04-03')
  repay(lending, 50_000n)
  lending.branch.must('head-office', { type: 'loan.write-off', loanId: lending.loanId }, 'manager')
  expect(ledgerMinor(lending.branch, '2270')).toBe(-1_500n)
  expectLoanBooked(lending)
  const { insurancePayable: _, ...accounts } = template.accounting.accounts
  const own = { accounting: { ...template.accounting, accounts } }
  const kept = paidOutLoan(makeBranch({ seed: 'kept' }), { ...three, product: insured([premium], own) })
  nextDay(kept, '2026-04-02')
  repay(kept, 10_000n)
  expect([ledgerMinor(kept.branch, '2270'), ledgerMinor(kept.branch, '4200')]).toEqual([0n, -1_500n])
  expectLoanBooked(kept)
})

test.each([
  ['of what is outstanding', half, [1_500n, 1_010n, 510n]],
  ['no less than', { ...half, minMinor: 1_200n }, [1_500n, 1_200n, 1_200n]],
  ['no more than', { ...half, maxMinor: 800n }, [800n, 800n, 510n]],
] as const)('[L82] a charge with each installment, %s', (_what, amount, fees) => {
  const lending = paidOutLoan(makeBranch(), { ...three, product: insured([{ ...premium, amount }]) })
  expect(feesDue(lending)).toEqual(fees)
})

test('[L82][L81] where a loan is recalculated, the charge falls with what was really repaid, and so does the insurer’s part of it', () => {
  const recalculation = {
    rest: 'daily',
    advance: 'reduce-installment',
    compounding: 'none',
    lateInterest: 'every-period',
    payoff: 'to-the-day',
  } as const
  const repayment = { ...template.repayment, late: { graceDays: 0 }, recalculation }
  const lending = paidOutLoan(makeBranch(), { ...three, product: insured([premium, visit], { repayment }) })
  nextDay(lending, '2026-04-02')
  repay(lending, 206_000n)
  const [first, second = 0n] = feesDue(lending)
  expect([first, second < 1_300n]).toEqual([2_200n, true])
  nextDay(lending, '2026-05-04')
  repay(lending, 50_000n)
  const { branch } = lending
  expect([ledgerMinor(branch, '2270'), ledgerMinor(branch, '4200')]).toEqual([-1_500n - (second - 700n), -1_400n])
  expectLoanBooked(lending)
})
