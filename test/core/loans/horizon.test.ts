import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { endInTime, fallsDueInTime } from '../../../core/loans/horizon.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectRefusal, type outcomeType } from '../../support/expect.ts'
import { expectLoanBooked } from '../../support/lent-books.ts'
import { paidOutLoan } from '../../support/loans.ts'
import { templateProduct } from '../../support/products.ts'

const KES = 'KES' as const
const ruleOf = (result: Parameters<typeof outcomeType>[0]): string => {
  const { field, rule } = expectRefusal(result, 'field-invalid')
  return `${field} ${rule}`
}

test.each([
  ['2027-03-03', 'posted'],
  ['2027-03-04', 'plannedOn too-late'],
  ['2199-12-31', 'plannedOn too-late'],
])('[L44] a disbursement is planned within a year: on %s, %s', (plannedOn, expected) => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const productId = 'microfinance-business-loan'
  const asked = { type: 'loan.draft', clientId, productId, principalMinor: 1_000_000n } as const
  const drafted = branch.execute('officer', { ...asked, plannedOn: businessDate(plannedOn) })
  expect(drafted.ok ? 'posted' : ruleOf(drafted)).toBe(expected)
})

test.each([
  ['2027-06-03', 'posted'],
  ['2027-06-04', 'dueOn too-late'],
  ['2199-12-31', 'dueOn too-late'],
])('[L44] a charge is due at most a year after the last installment: on %s, %s', (dueOn, expected) => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  const charge = { type: 'loan.charge', loanId, kind: 'fee', amountMinor: 5_000n, currency: KES } as const
  const charged = branch.execute('manager', { ...charge, dueOn: businessDate(dueOn) })
  expect(charged.ok ? 'posted' : ruleOf(charged)).toBe(expected)
  expectLoanBooked(lending)
})

test.each([
  ['2028-05-03', 'posted'],
  ['2028-05-04', 'to too-late'],
  ['2199-12-31', 'to too-late'],
])('[L44] an installment of 2 May 2026 moves by two years at most: to %s, %s', (to, expected) => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  const from = businessDate('2026-05-02')
  const moved = branch.execute('manager', { type: 'loan.reschedule', loanId, from, to: businessDate(to) })
  expect(moved.ok ? 'posted' : ruleOf(moved)).toBe(expected)
  expectLoanBooked(lending)
})

test('[L44] a loan whose installments would fall due when the calendar has ended is none', () => {
  const product = templateProduct('loan')
  const monthly = { every: 1, unit: 'months' } as const
  const inTime = (startsOn: string, installments: number) =>
    fallsDueInTime(product, { installments, frequency: monthly }, businessDate(startsOn))
  expect([inTime('2026-03-02', 600), inTime('2198-12-31', 1), inTime('2193-01-01', 24)]).toEqual([true, false, true])
  const ends = (from: string, installments: number, every: number) =>
    endInTime(product, { installments, frequency: { every, unit: 'months' } }, businessDate(from))
  expect([ends('2198-12-01', 1, 1), ends('2026-03-02', 600, 60), ends('2026-03-02', 600, 1)]).toEqual([
    false,
    false,
    true,
  ])
})
