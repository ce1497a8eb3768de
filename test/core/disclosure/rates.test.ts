import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actuarialRate, type UnitPeriodFlow } from '../../../core/disclosure/actuarial-rate.ts'
import { chargeRate, type DatedFlow } from '../../../core/disclosure/charge-rate.ts'
import { annualYield, effectiveRate } from '../../../core/disclosure/effective-rate.ts'
import { Decimal } from '../../../core/money/decimal.ts'
import { roundDecimals } from '../../../core/money/rounding.ts'
import type { Result } from '../../../core/result.ts'

function found(result: Result<Decimal, unknown>): Decimal {
  if (!result.ok) throw new Error('a rate expected')
  return result.value
}

const shown = (percent: Decimal, decimals: number): string => roundDecimals(percent, decimals, 'half-up').toString()

const monthly = (amountsMinor: readonly bigint[]): readonly UnitPeriodFlow[] =>
  amountsMinor.map((amountMinor, periods) => ({ amountMinor, periods, fraction: new Decimal(0) }))

const afterMonths = (amountsMinor: readonly bigint[]): readonly DatedFlow[] =>
  amountsMinor.map((amountMinor, periods) => ({ amountMinor, periods, periodsPerYear: 12, days: 0, yearDays: 365 }))

/** 1,000.00 over four months at three percent a month, as it is quoted in five ways. */
test.each([
  ['declining', [-100_000n, 26_903n, 26_903n, 26_903n, 26_903n], '36', '42.6'],
  ['declining, 3 percent up front', [-97_000n, 26_903n, 26_903n, 26_903n, 26_903n], '51.4', '65.5'],
  ['flat', [-100_000n, 28_000n, 28_000n, 28_000n, 28_000n], '56.3', '73.4'],
  ['flat, interest up front', [-88_000n, 25_000n, 25_000n, 25_000n, 25_000n], '63.8', '86.2'],
  ['flat up front, 3 percent fee', [-85_000n, 25_000n, 25_000n, 25_000n, 25_000n], '82', '121'],
] as const)('[L9][L10] %s: the nominal rate and what it comes to', (_, amountsMinor, nominal, effective) => {
  const percent = found(actuarialRate(monthly(amountsMinor), 12))
  expect(shown(percent, 1)).toBe(nominal)
  expect(shown(effectiveRate(percent, 12), 1)).toBe(effective)
  expect(shown(found(chargeRate(afterMonths(amountsMinor))), 1)).toBe(effective)
})

test('[L9] what the rate says, the flows are worth: whole periods and odd days alike', () => {
  const flow = fc.record({
    amountMinor: fc.bigInt({ min: 1_000n, max: 10n ** 7n }),
    periods: fc.integer({ min: 1, max: 60 }),
    days: fc.nat(30),
  })
  fc.assert(
    fc.property(fc.array(flow, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 200 }), (payments, cost) => {
      const paid = payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
      const advance = { amountMinor: (-paid * 100n) / BigInt(100 + cost), periods: 0, days: 0 }
      const flows = [advance, ...payments.map(each => ({ ...each, days: each.days + 1 }))]
      const dated = flows.map(each => ({ ...each, periodsPerYear: 12, yearDays: 365 }))
      const percent = chargeRate(dated)
      const growth = found(percent).div(100).plus(1)
      const worth = dated.reduce((sum, { amountMinor, periods, days }) => {
        const years = new Decimal(periods).div(12).plus(new Decimal(days).div(365))
        return sum.plus(new Decimal(amountMinor).div(growth.pow(years)))
      }, new Decimal(0))
      expect(worth.abs().lt(new Decimal(paid).times('1e-6'))).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('[L9] a loan that costs nothing has no rate above zero, one that gives money away a rate below', () => {
  expect(shown(found(chargeRate(afterMonths([-100_000n, 50_000n, 50_000n]))), 6)).toBe('0')
  expect(found(actuarialRate(monthly([-100_000n, 40_000n, 50_000n]), 12)).lt(0)).toBe(true)
})

test('[L9] where nothing is paid back, or nothing was paid out, no rate fits', () => {
  expect(chargeRate(afterMonths([-100_000n]))).toEqual({ ok: false, refusal: { type: 'no-rate' } })
  expect(actuarialRate(monthly([100_000n, 100_000n]), 12)).toEqual({ ok: false, refusal: { type: 'no-rate' } })
})

test('[L10] a yield is of a year of 365 days', () => {
  expect(shown(annualYield({ interestMinor: 6_168n, principalMinor: 100_000n, days: 365 }), 3)).toBe('6.168')
})
