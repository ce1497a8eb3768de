import type { BusinessDate } from '../calendar/business-date.ts'
import { sumMinor } from '../money/amount.ts'
import { chargeMinor } from '../schedule/charge-amount.ts'
import type { ChargeAmount } from '../schedule/schedule-charge.ts'
import type { ScheduleTerms, Tranche } from '../schedule/schedule-terms.ts'
import type { PlannedAccount } from './planned-account.ts'
import { sumPortions } from './portions.ts'

/** A charge that is due once; a percentage is of the whole schedule as it was planned, or of what it leaves outstanding until the day. */
export function chargedMinor(
  { amount, dueOn }: { readonly amount: ChargeAmount; readonly dueOn: BusinessDate },
  planned: readonly PlannedAccount[],
  tranches: readonly Tranche[],
  { rounding }: ScheduleTerms,
): bigint {
  const { principal, interest } = sumPortions(planned.map(account => account.planned))
  const paidOutMinor = sumMinor(tranches.map(({ amountMinor }) => amountMinor))
  const left = planned.filter(account => account.dueOn >= dueOn).map(account => account.planned.principal)
  const outstandingMinor = sumMinor(left)
  return chargeMinor(
    amount,
    { paidOutMinor, principalMinor: principal, interestMinor: interest, outstandingMinor },
    rounding,
  )
}
