import fc from 'fast-check'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import { loanTerms } from './loan-terms.ts'

/** Terms of every kind, of up to forty installments. */
export const anyTerms = fc
  .record({
    algorithm: fc.constantFrom('cumulative', 'progressive'),
    interestMethod: fc.constantFrom('declining', 'flat'),
    amortization: fc.constantFrom('equal-installments', 'equal-principal', 'bullet'),
    count: fc.integer({ min: 1, max: 40 }),
    every: fc.integer({ min: 1, max: 4 }),
    unit: fc.constantFrom('days', 'weeks', 'half-months', 'months'),
    by: fc.constantFrom('days', 'periods'),
    daysInMonth: fc.constantFrom('actual' as const, 30 as const),
    daysInYear: fc.constantFrom('actual' as const, 360 as const, 364 as const, 365 as const),
    countsPartialPeriods: fc.boolean(),
    hundredths: fc.integer({ min: 0, max: 20_000 }),
    startsAfter: fc.integer({ min: 0, max: 1_500 }),
    multiple: fc.constantFrom(1n, 5n, 100n, 5_000n),
    interestFreeDays: fc.constantFrom(0, 0, 9, 45),
    graces: fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6)),
  })
  .map(
    ({ count, every, unit, by, daysInMonth, daysInYear, countsPartialPeriods, graces, interestFreeDays, ...given }) => {
      const [principal, interestPayment, interestFree] = graces.map(grace => Math.min(grace, count - 1))
      return loanTerms({
        algorithm: given.algorithm,
        interestMethod: given.interestMethod,
        amortization: given.amortization,
        count,
        frequency: { every, unit },
        startsOn: addDays(businessDate('2023-01-01'), given.startsAfter),
        percent: (given.hundredths / 100).toString(),
        share: { by, daysInMonth, daysInYear, countsPartialPeriods },
        grace: {
          principal: principal ?? 0,
          interestPayment: interestPayment ?? 0,
          interestFree: interestFree ?? 0,
          interestFreeDays,
        },
        rounding: {
          mode: 'half-even',
          unitMinor: 1n,
          installmentMultipleMinor: given.multiple,
          installmentMode: 'half-even',
        },
      })
    },
  )

export const amounts = fc.bigInt({ min: 1n, max: 10n ** 12n })
