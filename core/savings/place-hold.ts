import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { checkPostable, type SavingsAccount } from './savings-account.ts'
import type { PlaceHold } from './savings-commands.ts'

/** What is held lies there and is not held already: balance-below-minimum. */
export function checkFree(
  { balanceMinor, heldMinor, currency }: SavingsAccount,
  amountMinor: bigint,
): Result<null, Refusal> {
  const freeMinor = balanceMinor - heldMinor
  const availableMinor = freeMinor > 0n ? freeMinor : 0n
  return amountMinor > freeMinor
    ? refuse({ type: 'balance-below-minimum', minimumMinor: 0n, availableMinor, currency })
    : ok(null)
}

/**
 * Sets an amount of the balance aside. It moves nothing, so it has no entries; it only lowers what is available.
 * Refuses account-not-active, account-in-other-custody, currency-differs, hold-expired-already, balance-below-minimum (holding more than is there). Rules: S8, S10.
 */
export function placeHold(
  account: SavingsAccount,
  { amountMinor, currency, reason, expiresOn, note }: PlaceHold,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const postable = checkPostable(account, context.device.logId, currency)
  if (!postable.ok) return postable
  if (expiresOn !== undefined && expiresOn < context.businessDate)
    return refuse({ type: 'hold-expired-already', earliestDate: context.businessDate })
  const free = checkFree(account, amountMinor)
  if (!free.ok) return free
  return ok({
    type: 'hold.placed',
    class: 'decision',
    entries: [],
    body: {
      holdId: context.newId(),
      accountId: account.accountId,
      amountMinor,
      currency,
      reason,
      expiresOn,
    },
    custody: [{ account: account.accountId, epoch: account.custodyEpoch }],
    ...noteBlob(note, account.clientId),
  })
}
