import { expect, test } from 'vitest'
import { rebuildProjections } from '../../../core/storage/rebuild.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectRefusal } from '../../support/expect.ts'
import { entriesOf, expectLoanBooked, nextDay, standsOn } from '../../support/lent-books.ts'
import { approvedLoan, loanOf, paidOutLoan, repay } from '../../support/loans.ts'

/**
 * Where the document that names this system is wrong about lending: each time what it says, and what is right here instead. Its
 * installment of 495.84 stands corrected in `golden-lives.test.ts`.
 */
const drawer = { kind: 'drawer' } as const
const amount = { amountMinor: 1_000_000n, currency: 'KES' } as const

test('[L31] not "debit the customer, credit the loan": money paid out is owed by the borrower, and comes from the cash or to the savings', () => {
  const inCash = approvedLoan(makeBranch())
  const paidOut = inCash.branch.must('officer', { type: 'loan.disburse', loanId: inCash.loanId, ...amount, to: drawer })
  expect(entriesOf(inCash.branch, paidOut)).toEqual([['loan-disbursement', '1120 -1000000', '1210 1000000']])
  const toSavings = approvedLoan(makeBranch({ seed: 'savings' }))
  const { branch, loanId, accountId } = toSavings
  const to = { kind: 'savings', accountId } as const
  expect(entriesOf(branch, branch.must('officer', { type: 'loan.disburse', loanId, ...amount, to }))).toEqual([
    ['loan-disbursement', '1210 1000000', '2110 -1000000'],
  ])
})

test('[L31][L14] not "debit cash and interest income": a repayment meets penalties, fees, interest that was earned, and principal', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  nextDay(lending, '2026-04-02')
  for (const [kind, amountMinor] of [['fee', 3_000n] as const, ['penalty', 2_000n] as const])
    branch.must('manager', { type: 'loan.charge', loanId, kind, amountMinor, currency: 'KES' })
  expect(entriesOf(branch, repay(lending, 100_000n))).toEqual([
    ['loan-repayment', '1120 100000', '1210 -75000', '1220 -20000', '1230 -3000', '1240 -2000'],
  ])
  expect(standsOn(lending, '4100', '')).toBe(-20_000n)
  expectLoanBooked(lending)
})

test('[J1] not "after 24 hours a result is forgotten": the key of a repayment gives the first result years later, and another request under it is refused', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  const key = branch.environment.newId()
  const payment = { type: 'loan.repay', key, loanId, currency: 'KES', from: drawer } as const
  const first = branch.must('officer', { ...payment, amountMinor: 50_000n })
  nextDay(lending, '2028-04-03')
  expect(branch.must('officer', { ...payment, amountMinor: 50_000n }).record).toEqual(first.record)
  expect(expectRefusal(branch.execute('officer', { ...payment, amountMinor: 50_001n }), 'key-reused').field).toBe(
    'amountMinor',
  )
  expect(standsOn(lending, '1210', loanId)).toBe(970_000n)
})

test('[V9][L37] not "a balance is a field that is changed": how a loan stands is thrown away and comes back from the journal', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  nextDay(lending, '2026-04-02')
  repay(lending, 200_000n)
  const before = loanOf(lending)
  const { db } = lending.branch.books
  const plan = db.prepare('SELECT * FROM loan_installment').all()
  rebuildProjections(lending.branch.books)
  expect([loanOf(lending), db.prepare('SELECT * FROM loan_installment').all()]).toEqual([before, plan])
})

test('[L1] not a month added to the date before: due dates are counted from the day of the disbursement', () => {
  const lending = approvedLoan(makeBranch(), { installments: 4 })
  const { branch, loanId } = lending
  nextDay(lending, '2027-01-31')
  branch.must('officer', { type: 'loan.disburse', loanId, ...amount, to: drawer })
  expect(loanOf(lending).dates?.dueDates).toEqual(['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31'])
})
