import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { transferEntry } from '../journal/entry.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type CashMoveState, cashMoved } from './deposit.ts'
import { availableMinor, checkPostable, type SavingsAccount } from './savings-account.ts'
import type { Withdraw } from './savings-commands.ts'

/**
 * Pays cash out of a savings account: Dr the account / Cr drawer.
 * Refuses, in this order: account-not-active, account-in-other-custody, currency-differs, amount-above-maximum,
 * balance-below-minimum, daily-limit-exceeded, drawer-short. Rules: S1, S2, S4, S5, S6.
 */
export function withdraw(
  { account, drawer }: CashMoveState,
  { amountMinor, currency }: Withdraw,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const postable = checkPostable(account, context.device.logId, currency)
  if (!postable.ok) return postable
  const payable = checkPayable(account, amountMinor)
  if (!payable.ok) return payable
  if (amountMinor > drawer.balanceMinor)
    return refuse({
      type: 'drawer-short',
      availableMinor: drawer.balanceMinor,
      currency,
    })
  const entry = transferEntry('Savings withdrawal', {
    debit: { account: account.controlAccount, subAccount: account.accountId },
    credit: { account: postingAccounts.drawers, subAccount: drawer.drawerId },
    amountMinor,
    currency,
  })
  return ok(cashMoved('savings.withdrawn', account, drawer, amountMinor, entry))
}

/** Whether so much may leave the account in cash: within the product's largest amount, above its minimum, within the day's limit. */
export function checkPayable(account: SavingsAccount, amountMinor: bigint): Result<null, Refusal> {
  const { product, currency, withdrawnTodayMinor } = account
  if (product.limits.operationMinor !== undefined && amountMinor > product.limits.operationMinor)
    return refuse({
      type: 'amount-above-maximum',
      maxMinor: product.limits.operationMinor,
      currency,
    })
  const available = availableMinor(account)
  if (amountMinor > available)
    return refuse({
      type: 'balance-below-minimum',
      minimumMinor: product.minimumBalanceMinor,
      availableMinor: available,
      currency,
    })
  const limitMinor = product.limits.withdrawalsPerDayMinor
  if (limitMinor !== undefined && withdrawnTodayMinor + amountMinor > limitMinor) {
    const leftMinor = limitMinor - withdrawnTodayMinor
    return refuse({
      type: 'daily-limit-exceeded',
      limitMinor,
      remainingMinor: leftMinor > 0n ? leftMinor : 0n,
      currency,
    })
  }
  return ok(null)
}
