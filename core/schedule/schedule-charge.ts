import type { BusinessDate } from '../calendar/business-date.ts'
import type { Rate } from '../money/rate.ts'

/**
 * How much a charge is: of principal and interest of the installment that it falls into, of all that is paid out, or of principal that is
 * outstanding before that installment is paid. A percentage comes to no less and no more than its bounds, where there is anything it is of.
 */
export type ChargeAmount =
  | { readonly type: 'fixed'; readonly amountMinor: bigint }
  | ({ readonly type: 'percent'; readonly of: ChargeBasis; readonly percent: Rate } & ChargeBounds)

interface ChargeBounds {
  readonly minMinor?: bigint | undefined
  readonly maxMinor?: bigint | undefined
}

export const chargeBases = ['paid-out', 'principal', 'interest', 'principal-and-interest', 'outstanding'] as const
export type ChargeBasis = (typeof chargeBases)[number]

/** A fee or a penalty that is due with installments: with the one in whose period its day falls, or with each. */
export interface ScheduleCharge {
  readonly kind: 'fee' | 'penalty'
  readonly amount: ChargeAmount
  /** A fee that is collected for an insurer. */
  readonly isInsurance?: true | undefined
  readonly dueOn: BusinessDate | 'each-installment'
}
