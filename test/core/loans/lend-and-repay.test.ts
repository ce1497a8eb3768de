import { expect, test } from 'vitest'
import { rate } from '../../../core/money/rate.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { entriesOf, expectLoanBooked, nextDay, standsOn } from '../../support/lent-books.ts'
import { approvedLoan, loanOf, paidOutLoan, repay } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const KES = 'KES' as const
const drawer = { kind: 'drawer' } as const
const asked = { amountMinor: 1_000_000n, currency: KES }
const template = templateProduct('loan')
const repayment = { ...template.repayment, late: { graceDays: 0 } }

test('[L31][L36] a loan is paid out in cash, repaid with interest when it is due, and paid off to zero', () => {
  const lending = approvedLoan(makeBranch(), { installments: 3 })
  const { branch, loanId, drawerId } = lending
  const paidOut = branch.must('officer', { type: 'loan.disburse', loanId, ...asked, to: drawer })
  expect(entriesOf(branch, paidOut)).toEqual([['loan-disbursement', '1120 -1000000', '1210 1000000']])
  expect(standsOn(lending, '1120', drawerId)).toBe(1_000_000n)
  expectLoanBooked(lending)
  nextDay(lending, '2026-04-02')
  expect(entriesOf(branch, repay(lending, 346_755n))).toEqual([
    ['loan-repayment', '1120 346755', '1210 -326755', '1220 -20000'],
    ['loan-income', '1220 20000', '4100 -20000'],
  ])
  expectLoanBooked(lending)
  nextDay(lending, '2026-05-04')
  repay(lending, 346_755n)
  expectLoanBooked(lending)
  nextDay(lending, '2026-05-20')
  const last = 346_754n
  expect(
    outcomeType(
      branch.execute('officer', { type: 'loan.repay', loanId, currency: KES, from: drawer, amountMinor: last }),
    ),
  ).toBe('posted')
  expect(loanOf(lending).state).toBe('paid-off')
  for (const account of ['1210', '1220', '2310', '2320']) expect(standsOn(lending, account, loanId)).toBe(0n)
  expectLoanBooked(lending)
})

test('[L36] a loan goes to the client’s account and is repaid out of it, and the account’s own rules hold', () => {
  const lending = approvedLoan(makeBranch())
  const { branch, loanId, accountId } = lending
  const savings = { kind: 'savings', accountId } as const
  const paidOut = branch.must('officer', { type: 'loan.disburse', loanId, ...asked, to: savings })
  expect(entriesOf(branch, paidOut)).toEqual([['loan-disbursement', '1210 1000000', '2110 -1000000']])
  expectLoanBooked(lending)
  branch.must('officer', { type: 'loan.repay', loanId, amountMinor: 94_560n, currency: KES, from: savings })
  expect(standsOn(lending, '2110', accountId)).toBe(-905_440n)
  const tooMuch = { type: 'loan.repay', loanId, amountMinor: 900_000n, currency: KES, from: savings } as const
  expectRefusal(branch.execute('officer', tooMuch), 'balance-below-minimum')
  expectLoanBooked(lending)
})

test('[L36] fees of the disbursement are kept back from it and are income at once', () => {
  const fee = { chargeId: 'fee', name: 'Fee', kind: 'fee', when: { type: 'disbursement-deducted' } } as const
  const charges = [
    { ...fee, amount: { type: 'percent', of: 'paid-out', percent: rate('2') } as const },
    { ...fee, chargeId: 'card', amount: { type: 'fixed', amountMinor: 5_000n } as const },
  ]
  const lending = approvedLoan(makeBranch(), { product: { charges } })
  const { branch, loanId } = lending
  const paidOut = branch.must('officer', { type: 'loan.disburse', loanId, ...asked, to: drawer })
  expect(entriesOf(branch, paidOut)).toEqual([['loan-disbursement', '1120 -975000', '1210 1000000', '4200 -25000']])
  expectLoanBooked(lending)
})

test('[L36] in parts a loan is paid out only where its product says so, and never beyond what was agreed', () => {
  const lending = approvedLoan(makeBranch())
  const { branch, loanId } = lending
  const part = { type: 'loan.disburse', loanId, currency: KES, to: drawer } as const
  expectRefusal(branch.execute('officer', { ...part, amountMinor: 400_000n }), 'field-invalid')
  expectRefusal(branch.execute('officer', { ...part, amountMinor: 1_000_100n }), 'loan-above-agreed')
  const schedule = { ...template.schedule, tranchesMax: 2 }
  const inParts = approvedLoan(makeBranch({ seed: 'parts' }), { product: { schedule } })
  const first = { ...part, loanId: inParts.loanId, amountMinor: 400_000n }
  inParts.branch.must('officer', first)
  expectRefusal(inParts.branch.execute('officer', { ...first, amountMinor: 500_000n }), 'field-invalid')
  inParts.branch.must('officer', { ...first, amountMinor: 600_000n })
  expect(loanOf(inParts).booked.paidOut).toBe(1_000_000n)
  expectLoanBooked(inParts)
})

test('[L77] a part is paid out until the last installment falls due, and not from then on', () => {
  const schedule = { ...template.schedule, tranchesMax: 3 }
  const lending = approvedLoan(makeBranch(), { installments: 3, product: { schedule, repayment } })
  const { branch, loanId } = lending
  const part = { type: 'loan.disburse', loanId, currency: KES, to: drawer, amountMinor: 300_000n } as const
  branch.must('officer', part)
  nextDay(lending, '2026-04-02')
  repay(lending, 310_000n)
  nextDay(lending, '2026-06-01')
  branch.must('officer', part)
  nextDay(lending, '2026-06-02')
  const { rule } = expectRefusal(branch.execute('officer', { ...part, amountMinor: 400_000n }), 'field-invalid')
  expect(rule).toBe('after-last-due-date')
  expectLoanBooked(lending)
})

test('[L36] a disbursement that the drawer cannot pay, or in another currency, is refused', () => {
  const conditions = { ...template.conditions, approvalLevels: [{ people: 1 }] }
  const { branch, loanId } = approvedLoan(makeBranch(), { principalMinor: 2_500_000n, product: { conditions } })
  const disbursement = { type: 'loan.disburse', loanId, ...asked, amountMinor: 2_500_000n, to: drawer } as const
  expect(expectRefusal(branch.execute('officer', disbursement), 'drawer-short').availableMinor).toBe(2_000_000n)
  expectRefusal(branch.execute('officer', { ...disbursement, currency: 'USD' }), 'currency-differs')
})

test('[L33] what counts from an earlier day is paid as of then, and what it changes stands by itself', () => {
  const lending = paidOutLoan(makeBranch(), {
    installments: 3,
    product: {
      schedule: {
        ...template.schedule,
        algorithm: 'progressive',
        share: { by: 'days', daysInMonth: 'actual', daysInYear: 365, countsPartialPeriods: false },
      },
      repayment: {
        ...template.repayment,
        recalculation: {
          rest: 'daily',
          advance: 'reduce-installment',
          compounding: 'none',
          lateInterest: 'every-period',
          payoff: 'to-the-day',
        },
      },
    },
  })
  const { branch } = lending
  nextDay(lending, '2026-04-02')
  repay(lending, 100_000n)
  expectLoanBooked(lending)
  nextDay(lending, '2026-04-20')
  const late = repay(lending, 500_000n, { valueDate: '2026-03-12' })
  const [own, ...rest] = entriesOf(branch, late)
  expect(own?.[0]).toBe('loan-repayment')
  expect(own).toContain('1120 500000')
  expect(rest.map(([word]) => word)).toEqual(['loan-income', 'loan-adjustment'])
  for (const entry of rest) expect(entry.some(line => line.startsWith('1120'))).toBe(false)
  expectLoanBooked(lending)
})

test('[L38] what is reversed counts for nothing, and reversing everything leaves the loan as it was approved', () => {
  const lending = approvedLoan(makeBranch(), { installments: 3 })
  const { branch, loanId, drawerId } = lending
  const paidOut = branch.must('officer', { type: 'loan.disburse', loanId, ...asked, to: drawer })
  const first = repay(lending, 300_000n)
  const second = repay(lending, 100_000n)
  const reverse = (record: typeof paidOut.record) =>
    branch.execute('manager', { type: 'operation.reverse', record, reason: 'wrong-amount' }, 'head-office')
  expectRefusal(reverse(paidOut.record), 'loan-not-last')
  expect(outcomeType(reverse(first.record))).toBe('posted')
  expectLoanBooked(lending)
  expectRefusal(reverse(first.record), 'already-reversed')
  expect(outcomeType(reverse(second.record))).toBe('posted')
  expect(outcomeType(reverse(paidOut.record))).toBe('posted')
  expect(loanOf(lending)).toMatchObject({ state: 'approved', dates: null })
  expect(standsOn(lending, '1120', drawerId)).toBe(2_000_000n)
  for (const account of ['1210', '1220', '2310', '2320']) expect(standsOn(lending, account, loanId)).toBe(0n)
  expectLoanBooked(lending)
  branch.must('officer', { type: 'loan.disburse', loanId, ...asked, to: drawer })
  expectLoanBooked(lending)
})

test('[L36] before its time nothing is taken where the product takes nothing', () => {
  const repayment = { ...template.repayment, prepayment: { type: 'refused' } as const }
  const lending = paidOutLoan(makeBranch(), { product: { repayment } })
  const { branch, loanId } = lending
  const payment = { type: 'loan.repay', loanId, amountMinor: 94_600n, currency: KES, from: drawer } as const
  expect(expectRefusal(branch.execute('officer', payment), 'prepayment-refused').dueMinor).toBe(0n)
  nextDay(lending, '2026-04-02')
  expect(expectRefusal(branch.execute('officer', payment), 'prepayment-refused').dueMinor).toBe(94_560n)
  branch.must('officer', { ...payment, amountMinor: 94_500n })
})

test('[L32] on the cash basis interest is income when it is paid; on the other it is due first, and what is paid before is unearned', () => {
  const accounting = { ...template.accounting, basis: 'cash' } as const
  const cash = paidOutLoan(makeBranch(), { installments: 3, product: { accounting } })
  nextDay(cash, '2026-04-02')
  expect(entriesOf(cash.branch, repay(cash, 346_755n))).toEqual([
    ['loan-repayment', '1120 346755', '1210 -326755', '4100 -20000'],
  ])
  expectLoanBooked(cash)
  const accrual = paidOutLoan(makeBranch({ seed: 'accrual' }), { installments: 3 })
  expect(entriesOf(accrual.branch, repay(accrual, 346_755n))).toEqual([
    ['loan-repayment', '1120 346755', '1210 -326755', '2310 -20000'],
  ])
  nextDay(accrual, '2026-04-02')
  expect(entriesOf(accrual.branch, repay(accrual, 1_000n))).toEqual([
    ['loan-repayment', '1120 1000', '2310 -1000'],
    ['loan-income', '2310 20000', '4100 -20000'],
  ])
  expectLoanBooked(accrual)
})

test('[L37] the plan and what is due first are kept as of the newest record', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { db } = lending.branch.books
  const plan = () =>
    db.prepare('SELECT due_on, outstanding_minor, met_on FROM loan_installment ORDER BY number').raw().all()
  const standing = () =>
    db.prepare('SELECT status, principal_minor, oldest_due_on, oldest_due_minor, changed_on FROM loan').raw().get()
  expect(plan()).toEqual([
    ['2026-04-02', 346_755, null],
    ['2026-05-02', 346_755, null],
    ['2026-06-02', 346_754, null],
  ])
  expect(standing()).toEqual(['active', 1_000_000, '2026-04-02', 346_755, '2026-03-02'])
  nextDay(lending, '2026-03-20')
  repay(lending, 400_000n)
  expect(plan()[0]).toEqual(['2026-04-02', 0, '2026-03-20'])
  expect(standing()).toEqual(['active', 633_465, '2026-05-02', 293_510, '2026-03-20'])
  expectLoanBooked(lending)
})

test('[L36] in its first days nothing is taken before its time where the product says so', () => {
  const repayment = { ...template.repayment, prepayment: { type: 'allowed', afterDays: 10 } as const }
  const lending = paidOutLoan(makeBranch(), { product: { repayment } })
  const { branch, loanId } = lending
  const payment = { type: 'loan.repay', loanId, amountMinor: 94_600n, currency: KES, from: drawer } as const
  expectRefusal(branch.execute('officer', payment), 'prepayment-refused')
  nextDay(lending, '2026-03-12')
  branch.must('officer', payment)
})
