import { paidOut } from '../schedule/down-payments.ts'
import type { Tranche } from '../schedule/schedule-terms.ts'
import type { LoanTerms } from './loan-terms.ts'

/** What is kept back of a tranche as its down payment: less what was overpaid before, which pays it first. */
export function automaticDownPaymentMinor({ schedule }: LoanTerms, tranche: Tranche, overpaidMinor: bigint): bigint {
  const dueMinor = paidOut([tranche], schedule).reduce((sum, { downPaymentMinor }) => sum + downPaymentMinor, 0n)
  return dueMinor > overpaidMinor ? dueMinor - overpaidMinor : 0n
}
