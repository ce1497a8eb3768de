import type { BusinessDate } from '../calendar/business-date.ts'

/** What is due on a day, as the borrower is told. */
export interface Installment {
  /** From 1, in the order of due dates; a down payment before the installment of its day. */
  readonly number: number
  /** `charge` is what falls due after the last repayment. */
  readonly kind: 'down-payment' | 'repayment' | 'charge'
  readonly from: BusinessDate
  readonly dueOn: BusinessDate
  readonly principalMinor: bigint
  readonly interestMinor: bigint
  /** Interest that its own period bears: due with it, or where the payment of interest is in grace, later. */
  readonly earnedMinor: bigint
  readonly feesMinor: bigint
  /** Of the fees, what is an insurer's. */
  readonly insuranceMinor: bigint
  readonly penaltiesMinor: bigint
  /** Principal outstanding once it is paid. */
  readonly balanceAfterMinor: bigint
}

export const installmentTotalMinor = ({
  principalMinor,
  interestMinor,
  feesMinor,
  penaltiesMinor,
}: Installment): bigint => principalMinor + interestMinor + feesMinor + penaltiesMinor
