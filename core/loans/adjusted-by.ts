import type { Entry } from '../journal/record.ts'
import type { Portions } from '../loan-life/portions.ts'
import { sumMinor } from '../money/amount.ts'
import type { LoanProduct } from '../products/loan-product.ts'

/**
 * What the entries of an operation changed of what was booked of a loan before it: how much more, or less, was earned of interest, fees
 * and penalties, and how much more principal is owed. Null where they changed nothing of that. Rules: L33, W67.
 */
export function adjustedBy(
  { controlAccount, accounting: { accounts } }: LoanProduct,
  entries: readonly Entry[],
  loanId: string,
): Portions | null {
  const lines = entries.flatMap(entry => (entry.description === 'loan-adjustment' ? entry.lines : []))
  const on = (account: string, subAccount?: string): bigint =>
    sumMinor(
      lines.flatMap(line => (line.account === account && line.subAccount === subAccount ? [line.amountMinor] : [])),
    )
  const penaltiesApart =
    accounts.penaltyIncome !== accounts.feeIncome && accounts.penaltyIncome !== accounts.interestIncome
  const feesApart = accounts.feeIncome !== accounts.interestIncome
  const changed: Portions = {
    principal: on(controlAccount, loanId),
    interest: -on(accounts.interestIncome),
    fees: feesApart ? -on(accounts.feeIncome) : 0n,
    penalties: penaltiesApart ? -on(accounts.penaltyIncome) : 0n,
  }
  return Object.values(changed).some(minor => minor !== 0n) ? changed : null
}
