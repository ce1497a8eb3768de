import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { addMonths } from '../calendar/months.ts'
import type { DepositProduct } from './deposit-product.ts'

/** The last day of a month for which fees are asked: whole months, counted from the opening, the first is 1. */
export const feeMonthEnd = (openedOn: BusinessDate, month: number): BusinessDate =>
  addDays(addMonths(openedOn, month), -1)

/** The balance under which a month costs more. */
export const lowBelowMinor = ({ fees, minimumBalanceMinor }: DepositProduct): bigint =>
  fees.belowBalanceMinor ?? minimumBalanceMinor

/** What is asked of a month whose lowest balance is given. */
export function feesOfMonth(product: DepositProduct, lowestMinor: bigint): bigint {
  const { fees } = product
  const belowMinor = lowestMinor < lowBelowMinor(product) ? (fees.belowMinimumMinor ?? 0n) : 0n
  return (fees.maintenancePerMonthMinor ?? 0n) + belowMinor
}

/** What can be taken of what is asked: never more than there is. */
export function payableOf(askedMinor: bigint, balanceMinor: bigint): bigint {
  if (balanceMinor <= 0n) return 0n
  return askedMinor < balanceMinor ? askedMinor : balanceMinor
}
