import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { LoanEvent } from '../../../core/loan-life/loan-event.ts'
import type { LoanTerms } from '../../../core/loan-life/loan-terms.ts'
import { Decimal } from '../../../core/money/decimal.ts'
import { accruedInterest, lifeTerms, paidOut, repaid, told } from './told-loan.ts'

const lent = ['2024-01-15', paidOut(100_000n)] as const

/** 36.5 percent of 1,000.00: 1.00 a day. */
const byDays = {
  percent: '36.5',
  amortization: 'equal-principal',
  share: { by: 'days', daysInMonth: 'actual', daysInYear: 365, countsPartialPeriods: false },
} as const

function accrued(terms: LoanTerms, events: readonly LoanEvent[], ...days: readonly string[]): readonly string[] {
  return days.map(day => {
    const { numerator, denominator } = accruedInterest(terms, events, businessDate(day))
    return new Decimal(numerator).div(new Decimal(denominator)).toDecimalPlaces(4).toString()
  })
}

test('[L24] scheduled interest is earned evenly over the days of its period, whatever is paid when', () => {
  const days = ['2024-01-15', '2024-01-16', '2024-02-14', '2024-02-15', '2024-02-16', '2024-05-15', '2024-09-01']
  const expected = ['0', '100', '3000', '3100', '3175', '7575', '7575']
  expect(accrued(lifeTerms(byDays), told(lent), ...days)).toEqual(expected)
  const paid = told(lent, ['2024-01-20', repaid(20_000n)], ['2024-03-02', repaid(9_000n)])
  expect(accrued(lifeTerms(byDays), paid, ...days)).toEqual(expected)
})

test('[L24] flat interest is earned to a part of a minor unit', () => {
  const flat = lifeTerms({ interestMethod: 'flat', percent: '12', count: 3 })
  expect(accrued(flat, told(lent), '2024-01-16', '2024-02-15', '2024-02-18')).toEqual(['32.2581', '1000', '1103.4483'])
})

test.each([
  ['declining', ['1500', '3100', '5033', '6066']],
  ['flat', ['1467.5806', '3033', '6066', '9100']],
] as const)(
  '[L24] %s interest that is due later is earned in its own time, free periods earn none',
  (interestMethod, expected) => {
    const base = { ...byDays, interestMethod, count: 3, percent: '36.5' } as const
    const grace = { principal: 0, interestPayment: 2, interestFree: 0 }
    const equalPrincipal = lifeTerms({ ...base, grace })
    const days = ['2024-01-30', '2024-02-15', '2024-03-15', '2024-04-15'] as const
    expect(accrued(equalPrincipal, told(lent), ...days)).toEqual(expected)
    const free = lifeTerms({ ...base, grace: { principal: 0, interestPayment: 0, interestFree: 1 } })
    expect(accrued(free, told(lent), '2024-02-15')).toEqual(['0'])
  },
)

test('[L24] recalculated interest is earned day by day on what is outstanding: less after an early payment, more while principal is overdue', () => {
  const terms = lifeTerms({ ...byDays, recalculation: { advance: 'adjust-last-unpaid' } })
  const early = told(lent, ['2024-01-25', repaid(20_000n)])
  expect(accrued(terms, early, '2024-01-25', '2024-01-26', '2024-02-15')).toEqual(['1000', '1080', '2680'])
  expect(accrued(terms, told(lent), '2024-02-15', '2024-02-20', '2024-03-20')).toEqual(['3100', '3600', '6500'])
})

test('[L24] once the last principal is paid everything is earned; what is written off earns no more', () => {
  const terms = lifeTerms(byDays)
  const paid = told(lent, ['2024-02-25', repaid(107_575n)])
  expect(accrued(terms, paid, '2024-02-24', '2024-02-25')).toEqual(['3775', '7575'])
  const writtenOff = told(lent, ['2024-02-25', { type: 'written-off' }])
  expect(accrued(terms, writtenOff, '2024-02-25', '2024-04-25')).toEqual(['3850', '3850'])
})
