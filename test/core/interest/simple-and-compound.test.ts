import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { compoundInterest, compoundValue } from '../../../core/interest/compound-interest.ts'
import { simpleInterest } from '../../../core/interest/simple-interest.ts'
import { Decimal } from '../../../core/money/decimal.ts'
import { rate } from '../../../core/money/rate.ts'

const span = { start: businessDate('2023-01-01'), end: businessDate('2023-01-31') }

test.each([
  ['ACT/365F', '8219.178082191780822'],
  ['ACT/360', '8333.333333333333333'],
  ['30E/360', '8055.555555555555556'],
] as const)(
  '[I1] simple interest on 10,000.00 at ten per cent from 1 to 31 January under %s is %s minor units',
  (dayCount, expected) => {
    const interest = simpleInterest({ principalMinor: 1_000_000n, annualPercent: rate('10') }, dayCount, span)
    expect(interest.toDecimalPlaces(15).toString()).toBe(expected)
  },
)

test.each([
  ['5', 4, 4, '1050945.336914062500'],
  ['12', 12, 12, '1126825.030131969721'],
  ['10', 365, 365, '1105155.781616264374'],
  ['0', 12, 60, '1000000.000000000000'],
  ['8', 1, 2, '1166400.000000000000'],
])(
  '[I1] 10,000.00 at %s per cent, compounded %i times a year over %i periods, grows to %s',
  (percent, perYear, periods, expected) => {
    const terms = {
      principalMinor: 1_000_000n,
      annualPercent: rate(percent),
      periodsPerYear: new Decimal(perYear),
      periods: new Decimal(periods),
    }
    expect(compoundValue(terms).toDecimalPlaces(12).eq(expected)).toBe(true)
    expect(compoundInterest(terms).plus(1_000_000).eq(compoundValue(terms))).toBe(true)
  },
)

test('[I1] interest compounded over one period is simple, and over several never less', () => {
  const percents = fc.integer({ min: 0, max: 10_000 }).map(units => rate((units / 100).toString()))
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      percents,
      fc.integer({ min: 1, max: 24 }),
      (principalMinor, annualPercent, periods) => {
        const over = (count: number): Decimal =>
          compoundInterest({
            principalMinor,
            annualPercent,
            periodsPerYear: new Decimal(12),
            periods: new Decimal(count),
          })
        const simple = new Decimal(principalMinor).times(annualPercent).div(1200)
        expect(over(1).minus(simple).abs().lte('1e-40')).toBe(true)
        expect(over(periods).gte(simple.times(periods).minus('1e-40'))).toBe(true)
      },
    ),
    { seed: 11, numRuns: 500 },
  )
})
