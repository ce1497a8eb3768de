import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Drawer } from '../ledger/drawer.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { payableMinor } from '../money/cash-increments.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkSignatures } from '../savings/check-payable.ts'
import { checkReceivable } from '../savings/check-receivable.ts'
import { checkPostable, type SavingsAccount } from '../savings/savings-account.ts'
import type { CloseAccount } from '../savings/savings-commands.ts'
import { type ClosePosting, entriesTogether } from './close-posting.ts'
import type { Settlement } from './settle-account.ts'

export interface ClosingState {
  readonly account: SavingsAccount
  readonly settled: Settlement
  /** The person's own open drawer; null where there is none, or it goes to an account. */
  readonly drawer: Drawer | null
  readonly target: SavingsAccount | null
}

/** What changes hands for what is left: in cash what there are pieces for, for nobody chose this amount. */
const paidMinor = (
  { account: { currency }, settled: { leftMinor } }: ClosingState,
  { payout }: CloseAccount,
): bigint => (payout.kind === 'drawer' ? payableMinor(leftMinor, currency) : leftMinor)

/** What is paid out at last, as it counts against the limit of the person; nothing while the client owes. */
export function finallyPaid(state: ClosingState, command: CloseAccount): bigint {
  const amountMinor = paidMinor(state, command)
  return amountMinor > 0n ? amountMinor : 0n
}

/** Where what is left goes: refuses drawer-not-open, drawer-short; or same-account and what the receiving account refuses. */
function checkPayout(
  { account, drawer, target }: ClosingState,
  amountMinor: bigint,
  { device, businessDate }: OpenDayContext,
): Result<Pick<ClosePosting, 'credit'>, Refusal> {
  const { currency } = account
  if (!target) {
    if (!drawer) return refuse({ type: 'drawer-not-open' })
    const { drawerId, balanceMinor } = drawer
    return amountMinor > balanceMinor
      ? refuse({ type: 'drawer-short', availableMinor: balanceMinor, currency })
      : ok({ credit: { account: postingAccounts.drawers, subAccount: drawerId } })
  }
  if (target.accountId === account.accountId) return refuse({ type: 'same-account' })
  const postable = checkPostable(target, device.logId, currency)
  if (!postable.ok) return postable
  const receivable = checkReceivable(target, amountMinor, businessDate)
  return receivable.ok ? ok({ credit: { account: target.controlAccount, subAccount: target.accountId } }) : receivable
}

/**
 * Closes a savings account for good: interest through yesterday is posted, fees taken, and what is left paid out, in cash rounded to the
 * pieces there are. Of a deposit before its maturity the product says what of the interest accrued is lost. Refuses, in this order: what
 * no posting is allowed for, account-has-holds, account-overdrawn, signatures-missing, then what `checkPayout` refuses. Rules: S21, S22, F11.
 */
export function closeAccount(
  state: ClosingState,
  command: CloseAccount,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const { account, settled, target, drawer } = state
  const { payout, signedBy } = command
  const { accountId, currency, product, heldMinor } = account
  const postable = checkPostable(account, context.device.logId, currency)
  if (!postable.ok) return postable
  if (heldMinor > 0n) return refuse({ type: 'account-has-holds', heldMinor, currency })
  const { leftMinor, interestMinor, taxMinor, forfeitedMinor, feesMinor } = settled
  if (leftMinor < 0n) return refuse({ type: 'account-overdrawn', owedMinor: -leftMinor, currency })
  const signed = checkSignatures(account, signedBy)
  if (!signed.ok) return signed
  const amountMinor = paidMinor(state, command)
  const paid = payOut(state, amountMinor, context)
  if (!paid.ok) return paid
  const taken =
    payout.kind === 'account' ? { toAccountId: payout.toAccountId } : drawer && { drawerId: drawer.drawerId }
  return ok({
    type: 'savings.closed',
    class: 'fact',
    entries: entriesTogether([...settled.postings, ...paid.value]),
    body: {
      accountId,
      amountMinor,
      currency,
      interestMinor,
      taxMinor,
      forfeitedMinor,
      feesMinor,
      ...(amountMinor > 0n ? taken : {}),
      signedBy,
    },
    custody: [account, ...(target ? [target] : [])].map(one => ({ account: one.accountId, epoch: one.custodyEpoch })),
    pins: { product: `${product.productId}@${product.version}` },
    ...(amountMinor > 0n ? { printsReceipt: true } : {}),
  })
}

/** What rounding keeps or gives, then what is paid, which stands last on the account. */
function payOut(
  state: ClosingState,
  amountMinor: bigint,
  context: OpenDayContext,
): Result<readonly ClosePosting[], Refusal> {
  const { accountId, controlAccount, currency } = state.account
  const debit = { account: controlAccount, subAccount: accountId }
  const credit = { account: postingAccounts.cashRounding }
  const roundedMinor = state.settled.leftMinor - amountMinor
  const rounding: ClosePosting = { description: 'cash-rounding', debit, credit, amountMinor: roundedMinor, currency }
  if (amountMinor === 0n) return ok([rounding])
  const way = checkPayout(state, amountMinor, context)
  if (!way.ok) return way
  return ok([rounding, { description: 'balance-paid-out', debit, ...way.value, amountMinor, currency }])
}
