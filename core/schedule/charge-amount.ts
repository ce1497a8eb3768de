import { sumMinor } from '../money/amount.ts'
import { percentOf } from './round-schedule.ts'
import type { ChargeAmount, ChargeBasis, ScheduleCharge } from './schedule-charge.ts'
import type { ScheduleRounding } from './schedule-terms.ts'

/** What a charge may be a percentage of. */
export interface ChargedOn {
  readonly paidOutMinor: bigint
  readonly principalMinor: bigint
  readonly interestMinor: bigint
}

function basisMinor(basis: ChargeBasis, { paidOutMinor, principalMinor, interestMinor }: ChargedOn): bigint {
  const minorOf = {
    'paid-out': paidOutMinor,
    principal: principalMinor,
    interest: interestMinor,
    'principal-and-interest': principalMinor + interestMinor,
  }
  return minorOf[basis]
}

/** What a charge comes to, rounded like any amount of a schedule. */
export function chargeMinor(amount: ChargeAmount, on: ChargedOn, rounding: ScheduleRounding): bigint {
  if (amount.type === 'fixed') return amount.amountMinor
  return percentOf(amount.percent, basisMinor(amount.of, on), rounding)
}

/** What the charges of a kind come to, each rounded by itself. */
export const chargesMinor = (
  charges: readonly Pick<ScheduleCharge, 'kind' | 'amount'>[],
  kind: ScheduleCharge['kind'],
  on: ChargedOn,
  rounding: ScheduleRounding,
): bigint =>
  sumMinor(charges.filter(charge => charge.kind === kind).map(({ amount }) => chargeMinor(amount, on, rounding)))
