import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import {
  everyDayWorks,
  type HolidayCalendar,
  holidaysMax,
  isWorkingDay,
  restDaysMax,
  weekdays,
} from '../../../core/calendar/working-days.ts'
import { sumMinor } from '../../../core/money/amount.ts'
import { rate } from '../../../core/money/rate.ts'
import { offerFaults, usualOffer } from '../../../core/products/loan-offer.ts'
import { previewLoan } from '../../../core/products/loan-preview.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import { restDayRules } from '../../../core/products/loan-schedule-terms.ts'
import { templateLoans } from '../../../core/products/loan-template.ts'
import { productFaults } from '../../../core/products/product-faults.ts'
import { installmentTotalMinor } from '../../../core/schedule/installment.ts'
import { amortizations, periodUnits, yearLengths } from '../../../core/schedule/schedule-terms.ts'

const [template] = templateLoans('KES', dollars => BigInt(dollars * 1_000))
if (!template) throw new Error('the template has a loan')

const anyPercent = fc.constantFrom('0', '1', '12', '50', '99', '100').map(rate)
const anyGrace = fc.integer({ min: 0, max: 3 })
const anyMode = fc.constantFrom('half-even' as const, 'up' as const, 'down' as const)

const anySchedule = fc.record({
  algorithm: fc.constantFrom('cumulative' as const, 'progressive' as const),
  interestMethod: fc.constantFrom('declining' as const, 'flat' as const),
  amortization: fc.constantFrom(...amortizations),
  balloonPercent: fc.option(anyPercent, { nil: undefined }),
  downPaymentPercent: fc.option(anyPercent, { nil: undefined }),
  share: fc.record({
    by: fc.constantFrom('days' as const, 'periods' as const),
    daysInMonth: fc.constantFrom('actual' as const, 30 as const),
    daysInYear: fc.constantFrom(...yearLengths),
    countsPartialPeriods: fc.boolean(),
  }),
  grace: fc.record({ principal: anyGrace, interestPayment: anyGrace, interestFree: anyGrace }),
  rounding: fc.record({
    mode: anyMode,
    unitMinor: fc.constantFrom(1n, 100n),
    installmentMultipleMinor: fc.constantFrom(100n, 5_000n),
    installmentMode: anyMode,
  }),
  tranchesMax: fc.constant(1),
})

const anyLoan: fc.Arbitrary<LoanProduct> = fc
  .record({
    schedule: anySchedule,
    every: fc.integer({ min: 1, max: 4 }),
    unit: fc.constantFrom(...periodUnits),
    installments: fc.integer({ min: 1, max: 30 }),
    principalMinor: fc.bigInt({ min: 1n, max: 5_000_000n }),
    percent: anyPercent,
    restDays: fc.constantFrom(...restDayRules),
  })
  .map(({ schedule, every, unit, installments, principalMinor, percent, restDays }) => ({
    ...template,
    principal: { minMinor: 1n, maxMinor: 5_000_000n, defaultMinor: principalMinor },
    annualPercent: { min: rate('0'), max: rate('100'), default: percent },
    frequencies: [{ every, unit, installments: { min: installments, max: installments, default: installments } }],
    schedule,
    dueDates: { ...template.dueDates, restDays },
  }))
  .filter(product => productFaults(product).length === 0)

const weekends: HolidayCalendar = { weekend: ['saturday', 'sunday'], holidays: new Set() }

test('[P8] every loan without a fault is counted: its principal adds up, and nothing in it is negative or out of order', () => {
  fc.assert(
    fc.property(anyLoan, fc.constantFrom(everyDayWorks, weekends), (product, calendar) => {
      const offer = usualOffer(product, businessDate('2027-01-31'))
      expect(offerFaults(product, offer)).toEqual([])
      const { installments, costMinor } = previewLoan(product, offer, calendar)
      expect(sumMinor(installments.map(({ principalMinor }) => principalMinor))).toBe(offer.principalMinor)
      expect(installments.filter(one => one.principalMinor < 0n || one.interestMinor < 0n)).toEqual([])
      expect(sumMinor(installments.map(installmentTotalMinor))).toBe(offer.principalMinor + costMinor)
      expect(installments.map(({ dueOn }) => dueOn)).toEqual(installments.map(({ dueOn }) => dueOn).toSorted())
    }),
    { numRuns: 300, seed: 20_261_123 },
  )
})

const startsOn = businessDate('2027-01-31')

/** Any that head office may say: as many days of rest as there may be, and holidays one after the other or far apart. */
const anyCalendar: fc.Arbitrary<HolidayCalendar> = fc
  .record({
    weekend: fc.uniqueArray(fc.constantFrom(...weekdays), { maxLength: restDaysMax }),
    days: fc.uniqueArray(fc.integer({ min: 0, max: 333 }), { maxLength: holidaysMax.ofYear }),
    inRow: fc.integer({ min: 0, max: holidaysMax.ofYear }),
  })
  .map(({ weekend, days, inRow }) => {
    const feast = Array.from({ length: inRow }, (_, day) => 400 + day)
    return { weekend, holidays: new Set([...days, ...feast].map(day => addDays(startsOn, day))) }
  })

test('[P13] whatever the calendar, no installment under a rule that moves is due on a day of rest, no two on one day', () => {
  fc.assert(
    fc.property(anyLoan, anyCalendar, (product, calendar) => {
      const offer = usualOffer(product, startsOn)
      const { installments } = previewLoan(product, offer, calendar)
      const repaid = installments.filter(({ kind }) => kind === 'repayment')
      const days = repaid.map(({ dueOn }) => dueOn)
      expect([days.length, new Set(days).size]).toEqual([offer.installments, offer.installments])
      if (product.dueDates.restDays !== 'leave') expect(days.filter(day => !isWorkingDay(day, calendar))).toEqual([])
      expect(sumMinor(installments.map(({ principalMinor }) => principalMinor))).toBe(offer.principalMinor)
    }),
    { numRuns: 200, seed: 20_261_124 },
  )
})

test('[P13] where every period bears the same interest, days of rest change days and no amount', () => {
  const evenly = anyLoan.map((product): LoanProduct => {
    const share = { ...product.schedule.share, by: 'periods', countsPartialPeriods: false } as const
    return { ...product, schedule: { ...product.schedule, algorithm: 'cumulative', share } }
  })
  fc.assert(
    fc.property(evenly, anyCalendar, (product, calendar) => {
      fc.pre(productFaults(product).length === 0)
      const offer = usualOffer(product, startsOn)
      const amountsBy = (days: HolidayCalendar) =>
        previewLoan(product, offer, days).installments.map(({ principalMinor, interestMinor }) => [
          principalMinor,
          interestMinor,
        ])
      expect(amountsBy(calendar)).toEqual(amountsBy(everyDayWorks))
    }),
    { numRuns: 150, seed: 20_261_125 },
  )
})
