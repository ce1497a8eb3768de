import { checkLedgerAccount } from '../decision/check-ledger-account.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { transferEntry } from '../journal/entry.ts'
import type { Chart } from '../ledger/chart.ts'
import type { Drawer } from '../ledger/drawer.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { feeEntries, feesOf, totalOf } from './account-fees.ts'
import { checkPayable, checkSignatures } from './check-payable.ts'
import { cashMoved } from './deposit.ts'
import { checkEnding, type Hold, isOwedToOthers } from './hold.ts'
import { checkPostable, type SavingsAccount } from './savings-account.ts'
import type { CaptureHold } from './savings-commands.ts'

export interface CaptureState {
  readonly hold: Hold
  readonly account: SavingsAccount
  readonly chart: Chart
  /** The person's own open drawer; null where the money does not leave in cash. */
  readonly drawer: Drawer | null
}

/**
 * Takes all or a part of a held amount out of the account, for what it was held for, and frees the rest; a hold is captured once. In cash
 * it is a withdrawal like any other, with its fees, from which the hold itself is no hindrance. Refuses what `checkEnding` refuses, what no
 * posting to the account is allowed for, capture-above-hold, then what stands against the target: for cash as `withdraw`, for a ledger
 * account as `checkLedgerAccount`, then signatures-missing unless it is somebody else's by right.
 * Rules: S4, S5, S9, S11, S15.
 */
export function captureHold(
  state: CaptureState,
  command: CaptureHold,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const { hold, account } = state
  const ending = checkEnding(hold, account, context.actor)
  if (!ending.ok) return ending
  const postable = checkPostable(account, context.device.logId, account.currency)
  if (!postable.ok) return postable
  if (command.amountMinor > hold.amountMinor)
    return refuse({ type: 'capture-above-hold', heldMinor: hold.amountMinor, currency: account.currency })
  const { target } = command
  return target.kind === 'drawer'
    ? captureInCash(state, command, context)
    : captureToLedger(state, command, target.account)
}

function captureInCash(
  { hold, account, drawer }: CaptureState,
  { amountMinor, note, signedBy }: CaptureHold,
  { businessDate }: OpenDayContext,
): Result<Decision, Refusal> {
  if (!drawer) return refuse({ type: 'drawer-not-open' })
  const freed = { ...account, heldMinor: account.heldMinor - hold.amountMinor }
  const fees = feesOf(freed, { direction: 'out', amountMinor })
  const payable = checkPayable(freed, { amountMinor, feesMinor: totalOf(fees) }, businessDate)
  if (!payable.ok) return payable
  const signed = checkSignatures(account, signedBy)
  if (!signed.ok) return signed
  const { currency } = account
  if (amountMinor > drawer.balanceMinor)
    return refuse({ type: 'drawer-short', availableMinor: drawer.balanceMinor, currency })
  const entry = transferEntry('held-amount-paid-out', {
    debit: { account: account.controlAccount, subAccount: account.accountId },
    credit: { account: postingAccounts.drawers, subAccount: drawer.drawerId },
    amountMinor,
    currency,
  })
  const moved = cashMoved('hold.captured', { account, drawer }, amountMinor, [entry, ...feeEntries(account, fees)])
  return ok({ ...moved, body: { ...moved.body, holdId: hold.holdId, signedBy }, ...noteBlob(note, account.clientId) })
}

function captureToLedger(
  { hold, account, chart }: CaptureState,
  { amountMinor, note, signedBy }: CaptureHold,
  ledgerAccount: string,
): Result<Decision, Refusal> {
  const bookable = checkLedgerAccount(chart, ledgerAccount)
  if (!bookable.ok) return bookable
  const signed = isOwedToOthers(hold.reason) ? ok(null) : checkSignatures(account, signedBy)
  if (!signed.ok) return signed
  const { accountId, currency } = account
  const entry = transferEntry('held-amount-taken', {
    debit: { account: account.controlAccount, subAccount: accountId },
    credit: { account: ledgerAccount },
    amountMinor,
    currency,
  })
  return ok({
    type: 'hold.captured',
    class: 'decision',
    entries: [entry],
    body: { holdId: hold.holdId, accountId, amountMinor, currency, ledgerAccount, signedBy },
    custody: [{ account: accountId, epoch: account.custodyEpoch }],
    ...noteBlob(note, account.clientId),
  })
}
