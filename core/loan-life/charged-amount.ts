import { sumMinor } from '../money/amount.ts'
import { percentOf } from '../schedule/round-schedule.ts'
import type { ChargeAmount } from '../schedule/schedule-charge.ts'
import type { ScheduleTerms, Tranche } from '../schedule/schedule-terms.ts'
import type { PlannedAccount } from './planned-account.ts'
import { sumPortions } from './portions.ts'

/** A charge that is due once; a percentage is of the whole schedule as it was planned. */
export function chargedMinor(
  amount: ChargeAmount,
  planned: readonly PlannedAccount[],
  tranches: readonly Tranche[],
  { rounding }: ScheduleTerms,
): bigint {
  if (amount.type === 'fixed') return amount.amountMinor
  const { principal, interest } = sumPortions(planned.map(account => account.planned))
  const basis = {
    'paid-out': sumMinor(tranches.map(({ amountMinor }) => amountMinor)),
    principal,
    interest,
    'principal-and-interest': principal + interest,
  }
  return percentOf(amount.percent, basis[amount.of], rounding)
}
