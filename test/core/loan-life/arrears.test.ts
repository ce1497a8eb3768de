import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { ageingBucket, arrears, daysPastDue, principalAtRisk } from '../../../core/loan-life/arrears.ts'
import { portionsTotal } from '../../../core/loan-life/portions.ts'
import { replayLoan } from '../../../core/loan-life/replay-loan.ts'
import { fee, lifeTerms, paidOut, repaid, told } from './told-loan.ts'

const on = businessDate
const installmentsAfter = (...paid: readonly [string, bigint][]) =>
  replayLoan(
    lifeTerms(),
    told(
      ['2024-01-15', paidOut(100_000n)],
      ['2024-01-15', fee(500n, '2024-02-10')],
      ...paid.map(([day, amountMinor]) => [day, repaid(amountMinor)] as const),
    ),
    on('2024-04-01'),
  ).installments

test.each([
  ['2024-02-15', 0, 0n],
  ['2024-02-16', 1, 25_500n],
  ['2024-03-15', 29, 25_500n],
  ['2024-03-16', 30, 50_500n],
] as const)(
  '[L27] on %s a loan of which nothing is paid is %i days past due, with arrears of %i',
  (day, days, minor) => {
    const installments = installmentsAfter()
    expect(daysPastDue(installments, on(day))).toBe(days)
    expect(portionsTotal(arrears(installments, on(day)))).toBe(minor)
  },
)

test('[L27] days are counted from the oldest installment of which anything is unpaid, and start anew once it is met', () => {
  expect(daysPastDue(installmentsAfter(['2024-02-15', 25_499n]), on('2024-03-20'))).toBe(34)
  expect(daysPastDue(installmentsAfter(['2024-02-15', 25_500n]), on('2024-03-20'))).toBe(5)
  expect(daysPastDue(installmentsAfter(['2024-02-15', 50_500n]), on('2024-03-20'))).toBe(0)
})

test('[L27] a loan is at risk with its whole balance, not with the overdue part, and only beyond the days', () => {
  const installments = installmentsAfter(['2024-02-15', 25_000n])
  expect(arrears(installments, on('2024-03-10'))).toEqual({ penalties: 0n, fees: 0n, interest: 0n, principal: 500n })
  expect(principalAtRisk(installments, on('2024-03-16'), 30)).toBe(0n)
  expect(principalAtRisk(installments, on('2024-03-17'), 30)).toBe(75_500n)
})

test.each([
  [0, 'current'],
  [1, '1-30'],
  [30, '1-30'],
  [31, '31-60'],
  [90, '61-90'],
  [91, '91-180'],
  [365, '181-365'],
  [366, 'over-365'],
] as const)('[L27] a loan that is %i days past due is %s', (days, bucket) => {
  expect(ageingBucket(days)).toBe(bucket)
})
