import { Decimal } from '../money/decimal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { RateDecimal } from './rate-decimal.ts'

/** What flows are worth today at a rate, and how that changes with it. */
export interface Worth {
  readonly value: Decimal
  readonly slope: Decimal
}

export type NoRate = { readonly type: 'no-rate' }

const closeness = new RateDecimal('1e-15')
const stepsMax = 100
/** Beyond a hundredfold in one period, or the loss of all but a thousandth, nobody lends. */
const [lowest, highest] = [new RateDecimal('-0.999'), new RateDecimal(100)]

/**
 * The rate of a period at which flows are worth nothing, as a share (0.01 for one percent), to 15 decimals. From zero, by Newton's method:
 * what a lender's payments are worth falls and flattens as the rate grows, so that each step stops short of the rate.
 * Refuses no-rate, where no rate from -99.9 to 10,000 percent does it.
 */
export function findRate(worthAt: (rate: Decimal) => Worth): Result<Decimal, NoRate> {
  let rate = new RateDecimal(0)
  for (let steps = 0; steps < stepsMax; steps += 1) {
    const { value, slope } = worthAt(rate)
    if (slope.isZero()) break
    const next = rate.minus(value.div(slope)).toDecimalPlaces(30)
    if (next.minus(rate).abs().lt(closeness)) return ok(new Decimal(next))
    if (rate.gte(highest) || rate.lte(lowest)) break
    rate = RateDecimal.max(lowest, RateDecimal.min(highest, next))
  }
  return refuse({ type: 'no-rate' })
}
