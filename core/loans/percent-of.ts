import { Decimal } from '../money/decimal.ts'
import { decimalOf, type Rate } from '../money/rate.ts'
import { roundMinor } from '../money/rounding.ts'
import type { ScheduleRounding } from '../schedule/schedule-terms.ts'

/** Percent of an amount, rounded as any amount of the loan. */
export function percentOf(
  percent: Rate,
  amountMinor: bigint,
  { mode, unitMinor: multipleMinor }: Pick<ScheduleRounding, 'mode' | 'unitMinor'>,
): bigint {
  const exact = decimalOf(percent).div(100).times(new Decimal(amountMinor))
  return roundMinor(exact, { mode, multipleMinor }).amountMinor
}
