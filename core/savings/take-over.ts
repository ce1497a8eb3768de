import { checkLedgerAccount } from '../decision/check-ledger-account.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { transferEntry } from '../journal/entry.ts'
import type { Chart } from '../ledger/chart.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkPostable, type SavingsAccount } from './savings-account.ts'
import type { TakeOver } from './savings-commands.ts'

export interface TakeOverState {
  readonly account: SavingsAccount
  /** Something was booked to it that was not taken back. */
  readonly isUsed: boolean
  readonly chart: Chart
}

/**
 * What the account held in the former books: Dr opening balances / Cr the account. It is no operation of the client, and so under none of
 * the product's limits. Refuses what no posting is allowed for, field-invalid for an account that anything stands on already, and what the
 * account of opening balances refuses. Rules: S1, S2, N11.
 */
export function takeOver(
  { account, isUsed, chart }: TakeOverState,
  { amountMinor, currency }: TakeOver,
  { device }: OpenDayContext,
): Result<Decision, Refusal> {
  const postable = checkPostable(account, device.logId, currency)
  if (!postable.ok) return postable
  if (isUsed) return refuse({ type: 'field-invalid', field: 'accountId', rule: 'not-allowed' })
  const bookable = checkLedgerAccount(chart, postingAccounts.openingBalances)
  if (!bookable.ok) return bookable
  const { accountId, controlAccount, custodyEpoch, product } = account
  const entry = transferEntry('Savings taken over', {
    debit: { account: postingAccounts.openingBalances },
    credit: { account: controlAccount, subAccount: accountId },
    amountMinor,
    currency,
  })
  return ok({
    type: 'savings.taken-over',
    class: 'decision',
    entries: [entry],
    body: { accountId, amountMinor, currency },
    custody: [{ account: accountId, epoch: custodyEpoch }],
    pins: { product: `${product.productId}@${product.version}` },
  })
}
