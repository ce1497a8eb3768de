import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { transferEntry } from '../journal/entry.ts'
import type { Entry } from '../journal/record.ts'
import type { Drawer } from '../ledger/drawer.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import { feeEntries, feesOf } from './account-fees.ts'
import { checkReceivable } from './check-receivable.ts'
import { checkPostable, type SavingsAccount } from './savings-account.ts'
import type { Deposit } from './savings-commands.ts'

export interface CashMoveState {
  readonly account: SavingsAccount
  readonly drawer: Drawer
}

/**
 * Takes cash into a savings account: Dr drawer / Cr the account, and its fee from the account.
 * Refuses, in this order: account-not-active, account-in-other-custody, currency-differs, then what `checkReceivable` refuses.
 * Rules: S1, S2, S3, S11.
 */
export function deposit(
  { account, drawer }: CashMoveState,
  { amountMinor, currency }: Deposit,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const postable = checkPostable(account, context.device.logId, currency)
  if (!postable.ok) return postable
  const receivable = checkReceivable(account, amountMinor, context.businessDate)
  if (!receivable.ok) return receivable
  const entry = transferEntry('savings-deposit', {
    debit: { account: postingAccounts.drawers, subAccount: drawer.drawerId },
    credit: { account: account.controlAccount, subAccount: account.accountId },
    amountMinor,
    currency,
  })
  const fees = feeEntries(account, feesOf(account, { direction: 'in', amountMinor }))
  return ok(cashMoved('savings.deposited', { account, drawer }, amountMinor, [entry, ...fees]))
}

/** What a deposit, a withdrawal and held money paid out have in common as records: a fact, a receipt, the product version and the custody epoch. */
export const cashMoved = (
  type: 'savings.deposited' | 'savings.withdrawn' | 'hold.captured',
  { account, drawer }: CashMoveState,
  amountMinor: bigint,
  entries: readonly Entry[],
): Decision => ({
  type,
  class: 'fact',
  entries,
  body: {
    accountId: account.accountId,
    amountMinor,
    currency: account.currency,
    drawerId: drawer.drawerId,
  },
  custody: [{ account: account.accountId, epoch: account.custodyEpoch }],
  pins: { product: `${account.product.productId}@${account.product.version}` },
  printsReceipt: true,
})
