import type { CurrencyCode } from '../money/currency.ts'
import type { DepositProduct } from '../products/deposit-product.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'

/** A savings account as the verbs see it. Balances are on the client's side: what the institution owes is positive. */
export interface SavingsAccount {
  readonly accountId: string
  readonly number: string
  readonly clientId: string
  readonly controlAccount: string
  readonly currency: CurrencyCode
  readonly status: string
  readonly product: DepositProduct
  readonly balanceMinor: bigint
  readonly heldMinor: bigint
  /** Paid out on the open business date, reversals taken off again. */
  readonly withdrawnTodayMinor: bigint
  readonly custodian: { readonly logId: string; readonly deviceCode: string }
  readonly custodyEpoch: number
}

/** What may leave the account without going below its minimum: balance less holds less the product's minimum, never negative. */
export function availableMinor({
  balanceMinor,
  heldMinor,
  product,
}: Pick<SavingsAccount, 'balanceMinor' | 'heldMinor' | 'product'>): bigint {
  const freeMinor = balanceMinor - heldMinor - product.minimumBalanceMinor
  return freeMinor > 0n ? freeMinor : 0n
}

/** Only the log that has custody posts to the account, only while it is active, and only in its currency. */
export function checkPostable(account: SavingsAccount, logId: string, currency: CurrencyCode): Result<null, Refusal> {
  if (account.status !== 'active') return refuse({ type: 'account-not-active', status: account.status })
  if (account.custodian.logId !== logId)
    return refuse({
      type: 'account-in-other-custody',
      deviceCode: account.custodian.deviceCode,
    })
  if (account.currency !== currency) return refuse({ type: 'currency-differs', expected: account.currency })
  return ok(null)
}
