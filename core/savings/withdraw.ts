import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { transferEntry } from '../journal/entry.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { feeEntries, feesOf, totalOf } from './account-fees.ts'
import { checkPayable, checkSignatures } from './check-payable.ts'
import { type CashMoveState, cashMoved } from './deposit.ts'
import { checkPostable } from './savings-account.ts'
import type { Withdraw } from './savings-commands.ts'

/**
 * Pays cash out of a savings account: Dr the account / Cr drawer, and its fees from the account.
 * Refuses, in this order: account-not-active, account-in-other-custody, currency-differs, what `checkPayable` refuses,
 * signatures-missing, drawer-short. Rules: S1, S2, S4, S5, S6, S11, S15.
 */
export function withdraw(
  { account, drawer }: CashMoveState,
  { amountMinor, currency, signedBy }: Withdraw,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const postable = checkPostable(account, context.device.logId, currency)
  if (!postable.ok) return postable
  const fees = feesOf(account, { direction: 'out', amountMinor })
  const payable = checkPayable(account, { amountMinor, feesMinor: totalOf(fees) }, context.businessDate)
  if (!payable.ok) return payable
  const signed = checkSignatures(account, signedBy)
  if (!signed.ok) return signed
  if (amountMinor > drawer.balanceMinor)
    return refuse({
      type: 'drawer-short',
      availableMinor: drawer.balanceMinor,
      currency,
    })
  const entry = transferEntry('savings-withdrawal', {
    debit: { account: account.controlAccount, subAccount: account.accountId },
    credit: { account: postingAccounts.drawers, subAccount: drawer.drawerId },
    amountMinor,
    currency,
  })
  const moved = cashMoved('savings.withdrawn', { account, drawer }, amountMinor, [entry, ...feeEntries(account, fees)])
  return ok({ ...moved, body: { ...moved.body, signedBy } })
}
