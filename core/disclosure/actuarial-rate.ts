import type { Decimal } from '../money/decimal.ts'
import { ok, type Result } from '../result.ts'
import { findRate, type NoRate, type Worth } from './find-rate.ts'
import { RateDecimal } from './rate-decimal.ts'

/** Money to the borrower is negative, from the borrower positive; at whole unit-periods from the first advance and a share of one. */
export interface UnitPeriodFlow {
  readonly amountMinor: bigint
  readonly periods: number
  readonly fraction: Decimal
}

/** An odd share of a period bears simple interest, whole periods compound. */
function worthOf({ amountMinor, periods, fraction }: UnitPeriodFlow, rate: Decimal, discount: Decimal): Worth {
  const odd = rate.times(fraction).plus(1)
  const value = discount.times(new RateDecimal(amountMinor)).div(odd)
  const fall = new RateDecimal(fraction).div(odd).plus(new RateDecimal(periods).div(rate.plus(1)))
  return { value, slope: value.times(fall).neg() }
}

/**
 * The annual percentage rate by the actuarial method, in percent: the rate of a unit-period times their number in a year. Refuses no-rate.
 * Source: Regulation Z (12 CFR 1026), appendix J, (b)(8), the general equation.
 */
export function actuarialRate(flows: readonly UnitPeriodFlow[], unitPeriodsPerYear: number): Result<Decimal, NoRate> {
  const inOrder = flows.toSorted((one, other) => one.periods - other.periods)
  const worthAt = (rate: Decimal): Worth => {
    let [value, slope, discount, reached] = [new RateDecimal(0), new RateDecimal(0), new RateDecimal(1), 0]
    for (const flow of inOrder) {
      discount = discount.div(rate.plus(1).pow(flow.periods - reached))
      reached = flow.periods
      const worth = worthOf(flow, rate, discount)
      value = value.plus(worth.value)
      slope = slope.plus(worth.slope)
    }
    return { value, slope }
  }
  const found = findRate(worthAt)
  return found.ok ? ok(found.value.times(unitPeriodsPerYear).times(100)) : found
}
