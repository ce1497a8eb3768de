import type { BusinessDate } from '../calendar/business-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkAmount, checkWithdrawals } from './check-limits.ts'
import { availableMinor, floorMinor, type SavingsAccount } from './savings-account.ts'

/** What leaves an account: the amount, and what the client pays for it. */
export interface PaidOut {
  readonly amountMinor: bigint
  readonly feesMinor: bigint
}

/**
 * Whether so much may leave the account on a business date. Refuses term-not-ended (a deposit with a term, before its maturity),
 * amount-above-maximum, balance-below-minimum (saying what can be paid out), then what `checkWithdrawals` refuses.
 * Rules: S4, S5, S12, S13, S16.
 */
export function checkPayable(
  account: SavingsAccount,
  { amountMinor, feesMinor }: PaidOut,
  date: BusinessDate,
): Result<null, Refusal> {
  const { currency, maturesOn } = account
  if (maturesOn !== null && date < maturesOn) return refuse({ type: 'term-not-ended', maturesOn })
  const amount = checkAmount(account, amountMinor)
  if (!amount.ok) return amount
  const freeMinor = availableMinor(account)
  if (amountMinor + feesMinor > freeMinor) {
    const minimumMinor = floorMinor(account)
    return refuse({
      type: 'balance-below-minimum',
      minimumMinor: minimumMinor > 0n ? minimumMinor : 0n,
      availableMinor: freeMinor > feesMinor ? freeMinor - feesMinor : 0n,
      currency,
    })
  }
  return checkWithdrawals(account, amountMinor)
}

/** Where an account is everybody's together, all of them sign for what leaves it: signatures-missing. Rule: S15. */
export function checkSignatures(
  { holders, signing }: SavingsAccount,
  signedBy: readonly string[] = [],
): Result<null, Refusal> {
  const missing = signing === 'all' ? holders.filter(clientId => !signedBy.includes(clientId)) : []
  return missing.length > 0 ? refuse({ type: 'signatures-missing', count: missing.length }) : ok(null)
}
