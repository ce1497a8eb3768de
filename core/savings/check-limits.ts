import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { SavingsAccount } from './savings-account.ts'

const leftOf = (limitMinor: bigint, usedMinor: bigint): bigint => (usedMinor < limitMinor ? limitMinor - usedMinor : 0n)

/** Whether one operation may carry so much: amount-above-maximum. */
export function checkAmount({ product, currency }: SavingsAccount, amountMinor: bigint): Result<null, Refusal> {
  const maxMinor = product.limits.operationMinor
  return maxMinor !== undefined && amountMinor > maxMinor
    ? refuse({ type: 'amount-above-maximum', maxMinor, currency })
    : ok(null)
}

/** What may still go through the account on this day and in this month: operations-limit-exceeded. Rule: S13. */
export function checkOperations(
  { product, currency, today, thisMonth }: SavingsAccount,
  amountMinor: bigint,
): Result<null, Refusal> {
  const { operationsPerDayMinor, operationsPerMonthMinor } = product.limits
  for (const [span, limitMinor, { operatedMinor }] of [
    ['day', operationsPerDayMinor, today],
    ['month', operationsPerMonthMinor, thisMonth],
  ] as const)
    if (limitMinor !== undefined && operatedMinor + amountMinor > limitMinor) {
      const remainingMinor = leftOf(limitMinor, operatedMinor)
      return refuse({ type: 'operations-limit-exceeded', span, limitMinor, remainingMinor, currency })
    }
  return ok(null)
}

/** What may still be paid out: daily-limit-exceeded, monthly-limit-exceeded, then what `checkOperations` refuses. Rules: S5, S13. */
export function checkWithdrawals(account: SavingsAccount, amountMinor: bigint): Result<null, Refusal> {
  const { product, currency, today, thisMonth } = account
  const { withdrawalsPerDayMinor, withdrawalsPerMonthMinor } = product.limits
  for (const [type, limitMinor, { withdrawnMinor }] of [
    ['daily-limit-exceeded', withdrawalsPerDayMinor, today],
    ['monthly-limit-exceeded', withdrawalsPerMonthMinor, thisMonth],
  ] as const)
    if (limitMinor !== undefined && withdrawnMinor + amountMinor > limitMinor)
      return refuse({ type, limitMinor, remainingMinor: leftOf(limitMinor, withdrawnMinor), currency })
  return checkOperations(account, amountMinor)
}
