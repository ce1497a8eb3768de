import { Decimal } from '../money/decimal.ts'
import { decimalOf } from '../money/rate.ts'
import { roundInstallment } from './round-schedule.ts'
import type { ScheduleTerms, Tranche } from './schedule-terms.ts'

/** A tranche with the part of it that is due the same day. */
export interface PaidOut extends Tranche {
  readonly downPaymentMinor: bigint
  /** What is left to be paid with the installments. */
  readonly spreadMinor: bigint
}

/** The tranches by date, each with its down payment, which is rounded like an installment. */
export function paidOut(
  tranches: readonly Tranche[],
  { downPaymentPercent, rounding }: ScheduleTerms,
): readonly PaidOut[] {
  const share = decimalOf(downPaymentPercent).div(100)
  return tranches
    .map(tranche => {
      const exact = share.times(new Decimal(tranche.amountMinor))
      const downPaymentMinor = exact.isZero() ? 0n : roundInstallment(exact, rounding)
      return { ...tranche, downPaymentMinor, spreadMinor: tranche.amountMinor - downPaymentMinor }
    })
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}
