import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { transferEntry } from '../journal/entry.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { feeEntries, feesOf, totalOf } from './account-fees.ts'
import { checkPayable, checkSignatures } from './check-payable.ts'
import { checkReceivable } from './check-receivable.ts'
import { checkPostable, type SavingsAccount } from './savings-account.ts'
import type { Transfer } from './savings-commands.ts'

export interface TransferState {
  readonly account: SavingsAccount
  readonly target: SavingsAccount
}

/**
 * Moves money from one savings account to another that is kept here too: Dr the one / Cr the other, and the fees from the one that pays.
 * Refuses, in this order: same-account, what no posting to the paying or the receiving account is allowed for, what `checkPayable`
 * refuses of the one, signatures-missing, what `checkReceivable` refuses of the other. Rules: S14, S11, S15.
 */
export function transfer(
  { account, target }: TransferState,
  { amountMinor, currency, signedBy }: Transfer,
  { device, businessDate }: OpenDayContext,
): Result<Decision, Refusal> {
  if (account.accountId === target.accountId) return refuse({ type: 'same-account' })
  for (const side of [account, target]) {
    const postable = checkPostable(side, device.logId, currency)
    if (!postable.ok) return postable
  }
  const fees = feesOf(account, { direction: 'out', amountMinor })
  const payable = checkPayable(account, { amountMinor, feesMinor: totalOf(fees) }, businessDate)
  if (!payable.ok) return payable
  const signed = checkSignatures(account, signedBy)
  if (!signed.ok) return signed
  const receivable = checkReceivable(target, amountMinor, businessDate)
  if (!receivable.ok) return receivable
  const entry = transferEntry('savings-transfer', {
    debit: { account: account.controlAccount, subAccount: account.accountId },
    credit: { account: target.controlAccount, subAccount: target.accountId },
    amountMinor,
    currency,
  })
  return ok({
    type: 'savings.transferred',
    class: 'fact',
    entries: [entry, ...feeEntries(account, fees)],
    body: { accountId: account.accountId, toAccountId: target.accountId, amountMinor, currency, signedBy },
    custody: [account, target].map(({ accountId, custodyEpoch }) => ({ account: accountId, epoch: custodyEpoch })),
    pins: { product: `${account.product.productId}@${account.product.version}` },
    printsReceipt: true,
  })
}
