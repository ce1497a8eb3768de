import { Decimal } from '../money/decimal.ts'
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
