import type { BusinessDate } from '../calendar/business-date.ts'
import type { BalanceMovement } from '../interest/deposit-interest.ts'
import { sumMinor } from '../money/amount.ts'
import type { SavingsAccount } from '../savings/savings-account.ts'

/** A savings account as the close of a date finds it. Between, a later day may have been opened and money may have moved. */
export interface ClosingAccount {
  /** With the balance of this moment. */
  readonly account: SavingsAccount
  /** How far its interest is counted, as it is stored; null before the first time. */
  readonly accrual: string | null
  /** What was booked to it since the days that are counted begin, by booking date, ascending, on the client's side. */
  readonly movements: readonly BalanceMovement[]
  /** What was paid in since its term began, by booking date, less what was taken back, where the date judges installments; else nothing. */
  readonly paidIn: readonly BalanceMovement[]
  /** The month with which the institution's fiscal years begin. */
  readonly yearStartMonth: number
}

/** What was on the account at the end of a day: what is there now, less all that was booked to later days. */
export const closingMinor = (
  { account, movements }: Pick<ClosingAccount, 'account' | 'movements'>,
  date: BusinessDate,
): bigint =>
  account.balanceMinor - sumMinor(movements.filter(movement => movement.date > date).map(one => one.amountMinor))

/** The days of a span on which something was booked. */
export const movedOn = (
  { movements }: Pick<ClosingAccount, 'movements'>,
  { from, to }: { readonly from: BusinessDate; readonly to: BusinessDate },
): readonly BusinessDate[] => movements.map(({ date }) => date).filter(date => date >= from && date <= to)

/** What the close of a date may take: never what is held, nor what has left the account since. */
export function takeableMinor(at: Pick<ClosingAccount, 'account' | 'movements'>, date: BusinessDate): bigint {
  const { balanceMinor, heldMinor } = at.account
  const closing = closingMinor(at, date)
  return (closing < balanceMinor ? closing : balanceMinor) - heldMinor
}
