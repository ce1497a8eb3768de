import type { BusinessDate } from '../calendar/business-date.ts'
import type { Rate } from '../money/rate.ts'

/** How much a charge is: of principal and interest of the installment that it falls into, or of all that is paid out. */
export type ChargeAmount =
  | { readonly type: 'fixed'; readonly amountMinor: bigint }
  | { readonly type: 'percent'; readonly of: ChargeBasis; readonly percent: Rate }

export const chargeBases = ['paid-out', 'principal', 'interest', 'principal-and-interest'] as const
export type ChargeBasis = (typeof chargeBases)[number]

/** A fee or a penalty that is due with installments: with the one in whose period its day falls, or with each. */
export interface ScheduleCharge {
  readonly kind: 'fee' | 'penalty'
  readonly amount: ChargeAmount
  readonly dueOn: BusinessDate | 'each-installment'
}
