import { type Fraction, fraction, fractionOf, roundFraction, wholeFraction } from '../money/fraction.ts'
import type { Rate } from '../money/rate.ts'
import type { ScheduleRounding } from './schedule-terms.ts'

/** Any amount of a schedule. */
export const roundAmount = (exact: Fraction, { mode, unitMinor }: ScheduleRounding): bigint =>
  roundFraction(exact, { mode, multipleMinor: unitMinor })

/** An installment: to its multiple, then to the unit of any amount. */
export function roundInstallment(exact: Fraction, rounding: ScheduleRounding): bigint {
  const { installmentMode: mode, installmentMultipleMinor: multipleMinor } = rounding
  return roundAmount(wholeFraction(roundFraction(exact, { mode, multipleMinor })), rounding)
}

/** Percent of an amount, rounded as any amount. */
export function percentOf(percent: Rate, amountMinor: bigint, rounding: ScheduleRounding): bigint {
  const { numerator, denominator } = fractionOf(percent)
  return roundAmount(fraction(numerator * amountMinor, denominator * 100n), rounding)
}
