import { fraction, fractionOf } from '../money/fraction.ts'
import { roundInstallment } from './round-schedule.ts'
import type { ScheduleTerms, Tranche } from './schedule-terms.ts'

/** A tranche with the part of it that is due the same day. */
export interface PaidOut extends Tranche {
  readonly downPaymentMinor: bigint
  /** What is left to be paid with the installments. */
  readonly spreadMinor: bigint
}

/** The tranches by date, each with its down payment, which is rounded like an installment and never more than the tranche. */
export function paidOut(
  tranches: readonly Tranche[],
  { downPaymentPercent, rounding }: ScheduleTerms,
): readonly PaidOut[] {
  const percent = fractionOf(downPaymentPercent)
  return tranches
    .map(tranche => {
      const exact = fraction(percent.numerator * tranche.amountMinor, percent.denominator * 100n)
      const roundedMinor = percent.numerator === 0n ? 0n : roundInstallment(exact, rounding)
      const downPaymentMinor = roundedMinor < tranche.amountMinor ? roundedMinor : tranche.amountMinor
      return { ...tranche, downPaymentMinor, spreadMinor: tranche.amountMinor - downPaymentMinor }
    })
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}
