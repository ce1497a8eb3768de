import type { BusinessDate } from '../calendar/business-date.ts'
import { type InstallmentAccount, outstandingIn } from './installment-account.ts'
import type { LoanInReplay } from './loan-in-replay.ts'
import type { Component } from './portions.ts'

const hasBegun = ({ schedule }: LoanInReplay, { kind, from }: InstallmentAccount, by: BusinessDate): boolean =>
  kind !== 'repayment' || from < by || from === schedule.startsOn

/**
 * What is owed of a component whatever is paid. Where a loan is recalculated, what its terms charge with an installment falls away if nothing
 * is outstanding in that period, so that until it begins only charges of its own are firm.
 */
export function firmlyOwedMinor(
  loan: LoanInReplay,
  account: InstallmentAccount,
  component: Component,
  by: BusinessDate,
): bigint {
  const left = outstandingIn(account, component)
  const isCharge = component === 'fees' || component === 'penalties'
  if (!isCharge || loan.terms.recalculation === null || hasBegun(loan, account, by)) return left
  const firm = left - account.planned[component]
  return firm > 0n ? firm : 0n
}
