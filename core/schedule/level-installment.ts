import { Decimal } from '../money/decimal.ts'
import type { RateFactor } from './rate-factor.ts'

/**
 * The equal amount that pays a principal down to a balloon in as many periods as there are factors; exact, in minor units.
 * Source: (P (1+f1)...(1+fn) - B) / Fn with F1 = 1, Fk = F(k-1) (1 + fk) + 1; with one factor for all, the annuity formula.
 */
export function levelInstallment(principalMinor: bigint, factors: readonly RateFactor[], balloonMinor = 0n): Decimal {
  let growth = new Decimal(1)
  let payments = new Decimal(0)
  for (const factor of factors) {
    growth = growth.times(factor.plus(1))
    payments = payments.times(factor.plus(1)).plus(1)
  }
  return growth.times(principalMinor.toString()).minus(balloonMinor.toString()).div(payments)
}
