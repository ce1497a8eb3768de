import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { settling } from '../../../core/loans/early-payment.ts'
import { rate } from '../../../core/money/rate.ts'
import { makeBranch } from '../../support/branch.ts'
import { expectRefusal } from '../../support/expect.ts'
import { entriesOf, expectLoanBooked, nextDay, standsOn } from '../../support/lent-books.ts'
import { approvedLoan, type Lending, loanOf, repay } from '../../support/loans.ts'

const CHF = 'CHF' as const
const drawer = { kind: 'drawer' } as const
const fee = { chargeId: 'fee', name: 'Fee', kind: 'fee', when: { type: 'disbursement-deducted' } } as const

/** 9,999.95 francs less 2 % in fees: 9,799.95 less the fraction, of which there are no pieces below 5 centimes. */
function lentFrancs(): Lending {
  const charges = [{ ...fee, amount: { type: 'percent', of: 'paid-out', percent: rate('2') } as const }]
  const product = { currency: CHF, charges }
  return approvedLoan(makeBranch({ currency: CHF }), { principalMinor: 999_905n, installments: 3, product })
}

const paidOut = ({ branch, loanId }: Lending) =>
  branch.must('officer', { type: 'loan.disburse', loanId, amountMinor: 999_905n, currency: CHF, to: drawer })

/** Paid out, and with a fee of 10.01 that leaves no round sum, on a later day. */
function withOddFee() {
  const lending = lentFrancs()
  const { branch, loanId } = lending
  paidOut(lending)
  const drawerId = nextDay(lending, '2026-03-12')
  branch.must('manager', { type: 'loan.charge', loanId, kind: 'fee', amountMinor: 1_001n, currency: CHF })
  return { lending, drawerId }
}

test('[L45] what a client gets in cash after fees is rounded to the pieces there are, and the difference is booked', () => {
  const lending = lentFrancs()
  const { branch, drawerId } = lending
  const before = standsOn(lending, '1120', drawerId)
  const done = paidOut(lending)
  // 999,905 less 19,998 is 979,907: 979,905 leaves the drawer.
  expect(entriesOf(branch, done)).toEqual([
    ['loan-disbursement', '1120 -979907', '1210 999905', '4200 -19998'],
    ['cash-rounding', '1120 2', '4920 -2'],
  ])
  expect(standsOn(lending, '1120', drawerId)).toBe(before - 979_905n)
  expectLoanBooked(lending)
  branch.must('manager', { type: 'operation.reverse', record: done.record, reason: 'other' })
  expect([standsOn(lending, '1120', drawerId), loanOf(lending).state]).toEqual([before, 'approved'])
  expectLoanBooked(lending)
})

test('[L45] cash that is rounded from what settles a loan leaves it at exactly zero, and comes back with the reversal', () => {
  const { lending, drawerId } = withOddFee()
  const { branch, loanId } = lending
  const before = standsOn(lending, '1120', drawerId)
  const repayment = { type: 'loan.repay', loanId, currency: CHF, from: drawer } as const
  expectRefusal(branch.execute('officer', { ...repayment, amountMinor: 1_041_166n }), 'not-payable-in-cash')
  expect(settling(loanOf(lending), businessDate('2026-03-12')).payoffMinor).toBe(1_041_166n)
  const done = repay(lending, 1_041_165n)
  expect(entriesOf(branch, done).at(-1)).toEqual(['cash-rounding', '1120 -1', '4920 1'])
  expect(standsOn(lending, '1120', drawerId)).toBe(before + 1_041_165n)
  expect(loanOf(lending)).toMatchObject({ state: 'paid-off', booked: { overpaid: 0n } })
  expectLoanBooked(lending)
  branch.must('manager', { type: 'operation.reverse', record: done.record, reason: 'other' })
  expect([standsOn(lending, '1120', drawerId), loanOf(lending).state]).toEqual([before, 'active'])
  expectLoanBooked(lending)
})

test('[L45] what was overpaid goes back in the pieces there are, and nothing of it is left', () => {
  const { lending } = withOddFee()
  const { branch, loanId } = lending
  repay(lending, 1_041_200n)
  expect(loanOf(lending).booked.overpaid).toBe(34n)
  const refund = { type: 'loan.refund', loanId, currency: CHF, to: drawer } as const
  expectRefusal(branch.execute('officer', { ...refund, amountMinor: 40n }), 'field-invalid')
  const done = branch.must('officer', { ...refund, amountMinor: 35n })
  expect(entriesOf(branch, done)).toContainEqual(['cash-rounding', '1120 -1', '4920 1'])
  expect(loanOf(lending)).toMatchObject({ state: 'paid-off', booked: { overpaid: 0n } })
  expectLoanBooked(lending)
})
