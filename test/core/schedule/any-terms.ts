import fc from 'fast-check'
import { addDays, businessDate, daysBetween } from '../../../core/calendar/business-date.ts'
import { rate } from '../../../core/money/rate.ts'
import type { ScheduleCharge } from '../../../core/schedule/schedule-charge.ts'
import { loanTerms } from './loan-terms.ts'

export const amounts = fc.bigInt({ min: 1n, max: 10n ** 12n })

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

const percents = fc.constantFrom('0', '10', '37.5')

/** A fee of a fixed amount, with every installment or on a day of the term. */
const anyFee = fc.record({
  amountMinor: fc.bigInt({ min: 1n, max: 9_999n }),
  at: fc.option(fc.integer({ min: 0, max: 999 })),
})

/** The same terms, without flat interest where no product has it, with a balloon, a down payment, up to two more tranches within the term, and charges. */
export const anyShape = fc
  .record({
    terms: anyTerms,
    amountMinor: amounts,
    balloonPercent: fc.constantFrom(0n, 0n, 30n, 100n),
    downPayment: percents,
    more: fc.array(fc.record({ at: fc.integer({ min: 0, max: 999 }), amountMinor: amounts }), { maxLength: 2 }),
    fees: fc.array(anyFee, { maxLength: 2 }),
  })
  .map(({ terms: given, amountMinor, balloonPercent, downPayment, more, fees }) => {
    const isFlat = given.interestMethod === 'flat' && given.algorithm === 'cumulative'
    const terms = { ...given, interestMethod: isFlat ? ('flat' as const) : ('declining' as const) }
    const { startsOn } = terms
    const days = daysBetween(startsOn, terms.dueDates.at(-1) ?? startsOn)
    const on = (thousandths: number) => addDays(startsOn, Math.floor((days * thousandths) / 1_000))
    return {
      terms: { ...terms, balloonMinor: (amountMinor * balloonPercent) / 100n, downPaymentPercent: rate(downPayment) },
      tranches: [
        { date: startsOn, amountMinor },
        ...more.map(one => ({ date: on(one.at), amountMinor: one.amountMinor })),
      ],
      charges: fees.map(
        ({ amountMinor: feeMinor, at }): ScheduleCharge => ({
          kind: 'fee',
          amount: { type: 'fixed', amountMinor: feeMinor },
          dueOn: at === null ? 'each-installment' : on(at),
        }),
      ),
    }
  })
