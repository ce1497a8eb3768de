import fc from 'fast-check'
import { addDays, type BusinessDate } from '../../../core/calendar/business-date.ts'
import { type AllocationRules, allocationOrders } from '../../../core/loan-life/allocation-rules.ts'
import type { Happening, LoanEvent } from '../../../core/loan-life/loan-event.ts'
import type { InstallmentCharge, LoanTerms } from '../../../core/loan-life/loan-terms.ts'
import { rate } from '../../../core/money/rate.ts'
import { chargeBases } from '../../../core/schedule/schedule-charge.ts'
import { lifeTerms, startsOn } from './told-loan.ts'

const advanced = fc
  .record({
    direction: fc.constantFrom('horizontal' as const, 'vertical' as const),
    future: fc.constantFrom('next-installment' as const, 'last-installment' as const, 'even-parts' as const),
  })
  .map(
    ({ direction, future }): AllocationRules => ({
      pastDue: ['penalties', 'fees', 'principal', 'interest'],
      due: ['penalties', 'fees', 'principal', 'interest'],
      inAdvance: ['penalties', 'fees', 'principal', 'interest'],
      dueChargesFirst: false,
      direction,
      future: { default: future },
    }),
  )

const recalculation = fc.record({
  rest: fc.constantFrom('daily' as const, 'same-as-repayment' as const),
  advance: fc.constantFrom(
    'reduce-installment' as const,
    'reduce-number' as const,
    'reschedule-next' as const,
    'adjust-last-unpaid' as const,
  ),
  compounding: fc.constantFrom('interest' as const, 'none' as const),
  payoff: fc.constantFrom('to-the-day' as const, 'to-the-rest' as const),
})

const charge = fc
  .tuple(
    fc.constantFrom('fee' as const, 'penalty' as const),
    fc.oneof(
      fc.bigInt({ min: 1n, max: 5_000n }).map(amountMinor => ({ type: 'fixed' as const, amountMinor })),
      fc
        .tuple(fc.constantFrom(...chargeBases), fc.integer({ min: 1, max: 5 }))
        .map(([of, percent]) => ({ type: 'percent' as const, of, percent: rate(String(percent)) })),
    ),
  )
  .map(([kind, amountOf]): InstallmentCharge => ({ kind, amount: amountOf }))

const late = fc
  .record({
    graceDays: fc.constantFrom(0, 5, 20),
    fee: fc.constantFrom(
      null,
      { type: 'fixed' as const, amountMinor: 700n },
      { type: 'percent' as const, percent: rate('2') },
    ),
    on: fc.constantFrom('principal' as const, 'installment' as const),
    annualPercent: fc.constantFrom(null, rate('18'), rate('7.3')),
  })
  .map(({ graceDays, fee, on, annualPercent }) => ({
    graceDays,
    fee,
    penalty: annualPercent && { annualPercent, on },
  }))

const noGrace = { principal: 0, interestPayment: 0, interestFree: 0 }
const grace = fc.option(fc.record({ principal: fc.nat(3), interestPayment: fc.nat(3), interestFree: fc.nat(3) }), {
  freq: 2,
  nil: noGrace,
})
const within = ({ principal, interestPayment, interestFree }: typeof noGrace, most: number) => ({
  principal: Math.min(principal, most),
  interestPayment: Math.min(interestPayment, most),
  interestFree: Math.min(interestFree, most),
})

/** Any terms of up to eight installments. */
const anyTerms: fc.Arbitrary<LoanTerms> = fc
  .record({
    algorithm: fc.constantFrom('cumulative' as const, 'progressive' as const),
    interestMethod: fc.constantFrom('declining' as const, 'flat' as const),
    amortization: fc.constantFrom('equal-installments' as const, 'equal-principal' as const, 'bullet' as const),
    by: fc.constantFrom('days' as const, 'periods' as const),
    count: fc.integer({ min: 1, max: 8 }),
    unit: fc.constantFrom('weeks' as const, 'half-months' as const, 'months' as const, 'months' as const),
    grace,
    balloonMinor: fc.constantFrom(0n, 0n, 50_000n),
    multiple: fc.constantFrom(1n, 1n, 500n),
    percent: fc.integer({ min: 0, max: 60 }),
    downPayment: fc.constantFrom('0', '20'),
    allocation: fc.oneof(fc.constantFrom(...Object.values(allocationOrders)), advanced),
    charges: fc.array(charge, { maxLength: 2 }),
    recalculation: fc.option(recalculation),
    late: fc.option(late),
    interestFreeDays: fc.constantFrom(0, 0, 12, 40),
  })
  .map(
    ({
      by,
      percent,
      unit,
      multiple,
      downPayment,
      recalculation: recalculated,
      interestMethod,
      interestFreeDays,
      ...given
    }) =>
      lifeTerms({
        ...given,
        frequency: { every: 1, unit },
        grace: {
          ...within(recalculated ? { ...given.grace, interestPayment: 0 } : given.grace, given.count - 1),
          interestFreeDays,
        },
        rounding: {
          mode: 'half-even',
          unitMinor: 1n,
          installmentMultipleMinor: multiple,
          installmentMode: 'half-even',
        },
        percent: String(percent),
        downPaymentPercent: rate(downPayment),
        share: { by, daysInMonth: 'actual', daysInYear: 365, countsPartialPeriods: false },
        interestMethod: recalculated || given.algorithm === 'progressive' ? 'declining' : interestMethod,
        ...(recalculated ? { recalculation: recalculated } : {}),
      }),
  )

const amount = fc.bigInt({ min: 1n, max: 600_000n })

/** Something that comes after the first tranche; what it names is chosen among the events before it. */
const anyHappening: fc.Arbitrary<(earlier: readonly LoanEvent[], on: BusinessDate) => Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: amount.map(amountMinor => () => ({ type: 'repaid', kind: 'repayment', amountMinor }) as const),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('fee' as const, 'penalty' as const), fc.bigInt({ min: 1n, max: 5_000n })).map(
      ([kind, amountMinor]) =>
        (_: readonly LoanEvent[], dueOn: BusinessDate) =>
          ({ type: 'charged', kind, amount: { type: 'fixed', amountMinor }, dueOn }) as const,
    ),
  },
  { weight: 1, arbitrary: amount.map(amountMinor => () => ({ type: 'refunded', amountMinor }) as const) },
  {
    weight: 1,
    arbitrary: amount.map(amountMinor => () => ({ type: 'interest-waived', amountMinor, dueOn: null }) as const),
  },
  {
    weight: 1,
    arbitrary: amount.map(amountMinor => () => ({ type: 'penalties-waived', amountMinor, dueOn: null }) as const),
  },
  { weight: 1, arbitrary: fc.constant(() => ({ type: 'charged-off' }) as const) },
  { weight: 1, arbitrary: amount.map(amountMinor => () => ({ type: 'paid-out', amountMinor }) as const) },
)

const anyDay = fc.integer({ min: 1, max: 300 })

/** A loan of a tranche, and sometimes more, with up to twelve happenings on different days, in the order of their days. */
const anyEvents: fc.Arbitrary<readonly LoanEvent[]> = fc
  .tuple(amount, fc.uniqueArray(fc.tuple(anyDay, anyHappening), { maxLength: 12, selector: ([day]) => day }))
  .map(([amountMinor, later]) => {
    const events: LoanEvent[] = [{ id: '0', enteredOn: startsOn, effectiveOn: startsOn, type: 'paid-out', amountMinor }]
    for (const [day, happening] of later.toSorted(([one], [other]) => one - other)) {
      const on = addDays(startsOn, day)
      events.push({ ...happening(events, on), id: String(events.length), enteredOn: on, effectiveOn: on })
    }
    return events
  })

/** Terms, and what befell a loan of them; nothing more is paid out once the last installment falls due. */
export const anyLife = fc.tuple(anyTerms, anyEvents).map(([terms, events]) => ({
  terms,
  events: events.filter(
    ({ type, effectiveOn }) => type !== 'paid-out' || effectiveOn < (terms.schedule.dueDates.at(-1) ?? startsOn),
  ),
}))
