import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { transferEntry } from '../journal/entry.ts'
import type { Drawer } from '../ledger/drawer.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkPostable, type SavingsAccount } from './savings-account.ts'
import type { Deposit } from './savings-commands.ts'

export interface CashMoveState {
  readonly account: SavingsAccount
  readonly drawer: Drawer
}

/**
 * Takes cash into a savings account: Dr drawer / Cr the account.
 * Refuses, in this order: account-not-active, account-in-other-custody, currency-differs, amount-above-maximum, opening-below-minimum.
 * Rules: S1, S2, S3.
 */
export function deposit(
  { account, drawer }: CashMoveState,
  { amountMinor, currency }: Deposit,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const postable = checkPostable(account, context.device.logId, currency)
  if (!postable.ok) return postable
  const { limits, minimumOpeningMinor } = account.product
  if (limits.operationMinor !== undefined && amountMinor > limits.operationMinor)
    return refuse({ type: 'amount-above-maximum', maxMinor: limits.operationMinor, currency })
  if (account.balanceMinor === 0n && amountMinor < minimumOpeningMinor)
    return refuse({
      type: 'opening-below-minimum',
      minimumMinor: minimumOpeningMinor,
      currency,
    })
  const entry = transferEntry('Savings deposit', {
    debit: { account: postingAccounts.drawers, subAccount: drawer.drawerId },
    credit: { account: account.controlAccount, subAccount: account.accountId },
    amountMinor,
    currency,
  })
  return ok(cashMoved('savings.deposited', account, drawer, amountMinor, entry))
}

/** What a deposit, a withdrawal and held money paid out have in common as records: a fact, a receipt, the product version and the custody epoch. */
export const cashMoved = (
  type: 'savings.deposited' | 'savings.withdrawn' | 'hold.captured',
  account: SavingsAccount,
  drawer: Drawer,
  amountMinor: bigint,
  entry: Decision['entries'][number],
): Decision => ({
  type,
  class: 'fact',
  entries: [entry],
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
