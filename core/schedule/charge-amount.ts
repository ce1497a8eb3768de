import { sumMinor } from '../money/amount.ts'
import { percentOf } from './round-schedule.ts'
import type { ChargeAmount, ChargeBasis, ScheduleCharge } from './schedule-charge.ts'
import type { ScheduleRounding } from './schedule-terms.ts'

/** What a charge may be a percentage of. */
export interface ChargedOn {
  readonly paidOutMinor: bigint
  readonly principalMinor: bigint
  readonly interestMinor: bigint
  /** Principal, before the installment is paid. */
  readonly outstandingMinor: bigint
}

function basisMinor(basis: ChargeBasis, on: ChargedOn): bigint {
  const { paidOutMinor, principalMinor, interestMinor, outstandingMinor } = on
  const minorOf = {
    'paid-out': paidOutMinor,
    principal: principalMinor,
    interest: interestMinor,
    'principal-and-interest': principalMinor + interestMinor,
    outstanding: outstandingMinor,
  }
  return minorOf[basis]
}

/** What a charge comes to, rounded like any amount of a schedule. */
export function chargeMinor(amount: ChargeAmount, on: ChargedOn, rounding: ScheduleRounding): bigint {
  if (amount.type === 'fixed') return amount.amountMinor
  const { percent, of, minMinor, maxMinor } = amount
  const basis = basisMinor(of, on)
  if (basis <= 0n) return 0n
  const charged = percentOf(percent, basis, rounding)
  if (minMinor !== undefined && charged < minMinor) return minMinor
  return maxMinor !== undefined && charged > maxMinor ? maxMinor : charged
}

/** What the charges of a kind come to, each rounded by itself. */
export const chargesMinor = (
  charges: readonly Pick<ScheduleCharge, 'kind' | 'amount'>[],
  kind: ScheduleCharge['kind'],
  on: ChargedOn,
  rounding: ScheduleRounding,
): bigint =>
  sumMinor(charges.filter(charge => charge.kind === kind).map(({ amount }) => chargeMinor(amount, on, rounding)))

/** Of the fees, what is collected for an insurer. */
export const insuranceMinor = (
  charges: readonly Pick<ScheduleCharge, 'kind' | 'amount' | 'isInsurance'>[],
  on: ChargedOn,
  rounding: ScheduleRounding,
): bigint =>
  chargesMinor(
    charges.filter(({ isInsurance }) => isInsurance),
    'fee',
    on,
    rounding,
  )
