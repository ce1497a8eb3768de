import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { addMonths } from '../../../core/calendar/months.ts'
import { sumMinor } from '../../../core/money/amount.ts'
import { Decimal } from '../../../core/money/decimal.ts'
import { rate } from '../../../core/money/rate.ts'
import { dueDatesFrom } from '../../../core/schedule/due-dates.ts'
import { type Installment, installmentTotalMinor } from '../../../core/schedule/installment.ts'
import { makeSchedule } from '../../../core/schedule/make-schedule.ts'
import type { ScheduleCharge } from '../../../core/schedule/schedule-charge.ts'
import type { ScheduleTerms } from '../../../core/schedule/schedule-terms.ts'
import { amounts, anyShape, anyTerms } from './any-terms.ts'
import { loanTerms, scheduleOf, startsOn } from './loan-terms.ts'

const principals = (installments: readonly Installment[]) => installments.map(({ principalMinor }) => principalMinor)
const interests = (installments: readonly Installment[]) => installments.map(({ interestMinor }) => interestMinor)
const interestOf = (installments: readonly Installment[]): bigint => sumMinor(interests(installments))

test('[L2] whatever the terms: principal adds up to what was paid out, nothing is negative, and nothing is left', () => {
  fc.assert(
    fc.property(anyTerms, amounts, (terms, amountMinor) => {
      const installments = scheduleOf(terms, amountMinor)
      expect(sumMinor(principals(installments))).toBe(amountMinor)
      expect(installments.map(({ number }) => number)).toEqual(terms.dueDates.map((_, place) => place + 1))
      for (const { principalMinor, interestMinor, balanceAfterMinor } of installments) {
        expect(principalMinor >= 0n && interestMinor >= 0n && balanceAfterMinor >= 0n).toBe(true)
      }
      expect(installments.at(-1)?.balanceAfterMinor).toBe(0n)
    }),
    { numRuns: 1_000, seed: 4 },
  )
})

test('[L2][L6][L7][L8] the same with a balloon, a down payment, several tranches and charges: and every fee is charged, whole', () => {
  fc.assert(
    fc.property(anyShape, ({ terms, tranches, charges }) => {
      const installments = makeSchedule(terms, tranches, charges)
      expect(sumMinor(principals(installments))).toBe(sumMinor(tranches.map(({ amountMinor }) => amountMinor)))
      for (const { principalMinor, interestMinor, feesMinor, balanceAfterMinor } of installments)
        for (const part of [principalMinor, interestMinor, feesMinor, balanceAfterMinor])
          expect(part).toBeGreaterThanOrEqual(0n)
      expect(installments.at(-1)?.balanceAfterMinor).toBe(0n)
      const times = (dueOn: ScheduleCharge['dueOn']) => (dueOn === 'each-installment' ? terms.dueDates.length : 1)
      const fees = charges.flatMap(({ amount, dueOn }) =>
        amount.type === 'fixed' ? [amount.amountMinor * BigInt(times(dueOn))] : [],
      )
      expect(sumMinor(installments.map(({ feesMinor }) => feesMinor))).toBe(sumMinor(fees))
      const free = makeSchedule({ ...terms, annualPercent: rate('0') }, tranches, charges)
      expect(interestOf(free)).toBe(0n)
    }),
    { numRuns: 1_000, seed: 4 },
  )
})

/** By how much the last installment may differ for each being rounded: one unit of each, grown to the end. */
function roundingOverTerm({ amortization, annualPercent, frequency, dueDates, rounding }: ScheduleTerms): bigint {
  if (amortization !== 'equal-installments') return 0n
  const longestYears = { days: 1 / 360, weeks: 1 / 51, 'half-months': 1 / 22, months: 31 / 360 }
  const factor = (Number(annualPercent) / 100) * longestYears[frequency.unit] * frequency.every
  const units = dueDates.reduce(sum => sum * (1 + factor) + 1, 0)
  return BigInt(Math.ceil(units)) * rounding.installmentMultipleMinor
}

test('[L4] more rate never costs less, but for the rounding of installments, and no rate costs nothing', () => {
  const dearer = (terms: ScheduleTerms): ScheduleTerms => ({
    ...terms,
    annualPercent: rate(new Decimal(terms.annualPercent).plus(5).toString()),
  })
  fc.assert(
    fc.property(anyTerms, amounts, (terms, amountMinor) => {
      const costMinor = interestOf(scheduleOf(terms, amountMinor))
      const leastMinor = costMinor - roundingOverTerm(dearer(terms))
      expect(interestOf(scheduleOf(dearer(terms), amountMinor))).toBeGreaterThanOrEqual(leastMinor)
      expect(interestOf(scheduleOf({ ...terms, annualPercent: rate('0') }, amountMinor))).toBe(0n)
    }),
    { numRuns: 1_000, seed: 4 },
  )
})

test('[L2] a schedule some whole years later has the same amounts, where no 29 February lies in either', () => {
  const start = fc.nat(300).map(days => addDays(businessDate('2021-03-01'), days))
  const within = fc.constantFrom(['days', 40], ['weeks', 40], ['half-months', 24], ['months', 12] as const)
  const yearsLater = fc.constantFrom(1, 4, 5)
  fc.assert(
    fc.property(anyTerms, amounts, start, within, yearsLater, (terms, amountMinor, from, [unit, most], years) => {
      const frequency = { every: 1, unit }
      const count = Math.min(terms.dueDates.length, most)
      const at = (startsOn: BusinessDate) => {
        const dueDates = dueDatesFrom({ startsOn }, count, frequency)
        return scheduleOf({ ...terms, grace, frequency, startsOn, dueDates }, amountMinor)
      }
      const grace = { principal: 0, interestPayment: 0, interestFree: 0 }
      const amountsOf = (installments: readonly Installment[]) =>
        installments.map(({ principalMinor, interestMinor }) => [principalMinor, interestMinor])
      expect(amountsOf(at(addMonths(from, 12 * years)))).toEqual(amountsOf(at(from)))
    }),
    { numRuns: 1_000, seed: 4 },
  )
})

test('[L3] 25,000.00 at 6.75 percent over 60 months is paid by 492.09 a month', () => {
  const terms = loanTerms({ percent: '6.75', count: 60 })
  const installments = scheduleOf(terms, 2_500_000n)
  expect(installmentTotalMinor(installments[0] as Installment)).toBe(49_209n)
  expect(installments.slice(0, -1).every(each => installmentTotalMinor(each) === 49_209n)).toBe(true)
})

test('[L3] the last installment takes the rest; a multiple holds for the others', () => {
  const rounding = {
    mode: 'half-even',
    unitMinor: 1n,
    installmentMultipleMinor: 5_000n,
    installmentMode: 'up',
  } as const
  const totals = scheduleOf(loanTerms({ count: 3, percent: '12', rounding }), 100_000n).map(installmentTotalMinor)
  // 1,000.00 at 1 percent a month over 3: 340.02 exactly, raised to 350.00.
  expect(totals).toEqual([35_000n, 35_000n, 31_977n])
})

test('[L4] flat interest is on what was paid out for the whole term', () => {
  const installments = scheduleOf(loanTerms({ interestMethod: 'flat', percent: '18', count: 4 }), 100_000n)
  expect(interests(installments)).toEqual([1_500n, 1_500n, 1_500n, 1_500n])
  expect(principals(installments)).toEqual([25_000n, 25_000n, 25_000n, 25_000n])
})

test.each(['cumulative', 'progressive'] as const)('[L5] %s: each kind of grace does its own', algorithm => {
  const base = { algorithm, count: 4, percent: '12', amortization: 'equal-principal' } as const
  const withGrace = (grace: Partial<ScheduleTerms['grace']>) =>
    scheduleOf(loanTerms({ ...base, grace: { principal: 0, interestPayment: 0, interestFree: 0, ...grace } }), 120_000n)
  const share30 = { by: 'periods', daysInMonth: 30, daysInYear: 360, countsPartialPeriods: false } as const
  const regular = (grace: Partial<ScheduleTerms['grace']>) =>
    scheduleOf(
      loanTerms({ ...base, share: share30, grace: { principal: 0, interestPayment: 0, interestFree: 0, ...grace } }),
      120_000n,
    )
  expect(principals(withGrace({ principal: 1 }))).toEqual([0n, 40_000n, 40_000n, 40_000n])
  expect(interests(regular({ principal: 1 }))).toEqual([1_200n, 1_200n, 800n, 400n])
  expect(interests(regular({ interestPayment: 2 }))).toEqual([0n, 0n, 2_700n, 300n])
  expect(interests(regular({ interestFree: 2 }))).toEqual([0n, 0n, 600n, 300n])
})

test.each(['cumulative', 'progressive'] as const)('[L6] %s: at the end, or with a balloon for the end', algorithm => {
  const share = { by: 'periods', daysInMonth: 30, daysInYear: 360, countsPartialPeriods: false } as const
  const base = { algorithm, count: 4, percent: '12', share } as const
  expect(principals(scheduleOf(loanTerms({ ...base, amortization: 'bullet' }), 100_000n))).toEqual([
    0n,
    0n,
    0n,
    100_000n,
  ])
  const balloon = scheduleOf(loanTerms({ ...base, balloonMinor: 40_000n }), 100_000n)
  // (100,000 x 1.01^4 - 40,000) / ((1.01^4 - 1) / 0.01) = 15,776.86...
  expect(balloon.slice(0, 3).map(installmentTotalMinor)).toEqual([15_777n, 15_777n, 15_777n])
  expect(balloon.at(-1)?.principalMinor).toBeGreaterThan(40_000n)
  expect(interestOf(balloon)).toBe(sumMinor(balloon.map(installmentTotalMinor)) - 100_000n)
})

test('[L7] a down payment is due on the day of its tranche, before the installment of the day', () => {
  const terms = loanTerms({ percent: '0', count: 3, downPaymentPercent: rate('25') })
  const second = terms.dueDates[0] as typeof startsOn
  const installments = makeSchedule(
    terms,
    [
      { date: second, amountMinor: 20_000n },
      { date: startsOn, amountMinor: 100_000n },
    ],
    [],
  )
  expect(installments.map(({ kind, dueOn, principalMinor }) => [kind, dueOn, principalMinor])).toEqual([
    ['down-payment', startsOn, 25_000n],
    ['down-payment', second, 5_000n],
    ['repayment', second, 30_000n],
    ['repayment', terms.dueDates[1], 30_000n],
    ['repayment', terms.dueDates[2], 30_000n],
  ])
})

test('[L7] progressive: a tranche inside a period bears interest from its day', () => {
  const share = { by: 'days', daysInMonth: 30, daysInYear: 360, countsPartialPeriods: false } as const
  const terms = loanTerms({
    algorithm: 'progressive',
    count: 2,
    percent: '12',
    share,
    startsOn: businessDate('2024-04-01'),
  })
  const installments = makeSchedule(
    terms,
    [
      { date: businessDate('2024-04-01'), amountMinor: 100_000n },
      { date: businessDate('2024-04-16'), amountMinor: 100_000n },
    ],
    [],
  )
  // One percent for the period of 30 days: 1,000.00 for all of it, 1,000.00 for half of it.
  expect(installments[0]?.interestMinor).toBe(1_500n)
  expect(sumMinor(principals(installments))).toBe(200_000n)
})

const fee = (dueOn: 'each-installment' | ReturnType<typeof businessDate>, amountMinor: bigint) =>
  ({ kind: 'fee', amount: { type: 'fixed', amountMinor }, dueOn }) as const

test('[L8] a charge is due with the installment in whose period its day lies', () => {
  const terms = loanTerms({ count: 3, percent: '0', downPaymentPercent: rate('10') })
  const [first, second, last] = terms.dueDates as [typeof startsOn, typeof startsOn, typeof startsOn]
  const feesOf = (...charges: Parameters<typeof makeSchedule>[2]) =>
    scheduleOf(terms, 90_000n, charges).map(({ kind, dueOn, feesMinor }) => [kind, dueOn, feesMinor])
  expect(feesOf(fee(startsOn, 1n), fee(first, 2n), fee(addDays(first, 1), 4n), fee(last, 8n))).toEqual([
    ['down-payment', startsOn, 0n],
    ['repayment', first, 3n],
    ['repayment', second, 4n],
    ['repayment', last, 8n],
  ])
  expect(feesOf(fee('each-installment', 5n), fee(addDays(last, 3), 7n), fee(addDays(last, 9), 11n))).toEqual([
    ['down-payment', startsOn, 0n],
    ['repayment', first, 5n],
    ['repayment', second, 5n],
    ['repayment', last, 5n],
    ['charge', addDays(last, 9), 18n],
  ])
})

test('[L7] a down payment that is rounded up is never more than its tranche', () => {
  const rounding = {
    mode: 'half-even',
    unitMinor: 1n,
    installmentMultipleMinor: 1_000n,
    installmentMode: 'up',
  } as const
  const installments = scheduleOf(loanTerms({ count: 2, downPaymentPercent: rate('99'), rounding }), 22_980n)
  expect(installments.map(({ principalMinor }) => principalMinor)).toEqual([22_980n, 0n, 0n])
})

test('[L2] where a balloon and a down payment are all there is, flat installments before the last repay nothing', () => {
  const terms = loanTerms({ count: 3, interestMethod: 'flat', balloonMinor: 60_000n, downPaymentPercent: rate('50') })
  const installments = scheduleOf(terms, 100_000n)
  expect(installments.map(({ principalMinor }) => principalMinor)).toEqual([50_000n, 0n, 0n, 50_000n])
})

test('[L8] a percentage is of what it names', () => {
  const terms = loanTerms({ count: 2, percent: '12', interestMethod: 'flat' })
  const feeOf = (of: 'paid-out' | 'principal' | 'interest' | 'principal-and-interest') =>
    scheduleOf(terms, 100_000n, [
      { kind: 'penalty', amount: { type: 'percent', of, percent: rate('1.5') }, dueOn: 'each-installment' },
    ])[0]?.penaltiesMinor
  expect(feeOf('paid-out')).toBe(1_500n)
  expect(feeOf('principal')).toBe(750n)
  expect(feeOf('interest')).toBe(15n)
  expect(feeOf('principal-and-interest')).toBe(765n)
})
