import { fraction } from '../money/fraction.ts'
import { levelInstallment } from './level-installment.ts'
import type { RateFactor } from './rate-factor.ts'
import { roundAmount, roundInstallment } from './round-schedule.ts'
import type { ScheduleTerms } from './schedule-terms.ts'

/** What each installment but the last comes to: with interest, or of principal alone where principal is what is equal. */
export function aimedInstallment(
  principalMinor: bigint,
  factors: readonly RateFactor[],
  { amortization, balloonMinor, rounding }: ScheduleTerms,
): bigint {
  if (amortization === 'equal-principal')
    return roundAmount(fraction(principalMinor - balloonMinor, BigInt(factors.length)), rounding)
  return roundInstallment(levelInstallment(principalMinor, factors, balloonMinor), rounding)
}
