import { Decimal } from '../money/decimal.ts'
import { decimalOf, type Rate } from '../money/rate.ts'
import { roundMinor } from '../money/rounding.ts'
import type { ScheduleRounding } from './schedule-terms.ts'

/** Any amount of a schedule. */
export const roundAmount = (exact: Decimal, { mode, unitMinor }: ScheduleRounding): bigint =>
  roundMinor(exact, { mode, multipleMinor: unitMinor }).amountMinor

/** An installment: to its multiple, then to the unit of any amount. */
export function roundInstallment(exact: Decimal, rounding: ScheduleRounding): bigint {
  const { installmentMode: mode, installmentMultipleMinor: multipleMinor } = rounding
  return roundAmount(new Decimal(roundMinor(exact, { mode, multipleMinor }).amountMinor), rounding)
}

/** Percent of an amount, rounded as any amount. */
export const percentOf = (percent: Rate, amountMinor: bigint, rounding: ScheduleRounding): bigint =>
  roundAmount(decimalOf(percent).div(100).times(new Decimal(amountMinor)), rounding)
