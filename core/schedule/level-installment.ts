import { type Fraction, fraction } from '../money/fraction.ts'
import type { RateFactor } from './rate-factor.ts'

/**
 * The equal amount that pays a principal down to a balloon in as many periods as there are factors; exact, in minor units.
 * Source: (P (1+f1)...(1+fn) - B) / Fn with F1 = 1, Fk = F(k-1) (1 + fk) + 1; with one factor for all, the annuity formula.
 */
export function levelInstallment(principalMinor: bigint, factors: readonly RateFactor[], balloonMinor = 0n): Fraction {
  let [growth, payments, denominators] = [1n, 0n, 1n]
  for (const { numerator, denominator } of factors) {
    growth *= denominator + numerator
    payments = payments * (denominator + numerator) + denominators * denominator
    denominators *= denominator
  }
  return fraction(growth * principalMinor - denominators * balloonMinor, payments)
}
