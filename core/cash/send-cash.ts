import { isAllowed } from '../authority/roles.ts'
import type { Grant, OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { oversees } from '../decision/oversees.ts'
import { transferEntry } from '../journal/entry.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { countedMinor } from '../money/denominations.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { TransferEnd } from './transfer.ts'
import type { SendCash } from './transfer-commands.ts'

export interface SendState {
  readonly from: TransferEnd
  readonly to: TransferEnd
  /** What may lie in the drawer that it goes to; null where nothing is said, and for vaults and banks. */
  readonly maxMinor: bigint | null
  /** What is on its way there already. */
  readonly headedMinor: bigint
}

/** The lines' side of an end: a bank's account has no sub-ledger. */
export const sideOf = ({ kind, place }: TransferEnd): { readonly account: string; readonly subAccount?: string } =>
  kind === 'bank' ? { account: place.account } : { account: place.account, subAccount: place.subAccount }

/**
 * Hands cash over: it leaves the sender's place and is in transit until another person has counted and received it.
 * Refuses drawer-not-yours or not-permitted (the vault and the bank are for who keeps the vault), currency-differs, drawer-short,
 * vault-short, drawer-above-maximum. Rules: C8, C11, C17.
 */
export function sendCash(
  { from, to, maxMinor, headedMinor }: SendState,
  { currency, counted, slip }: SendCash,
  { actor, newId }: OpenDayContext,
): Result<Decision, Refusal> {
  const permitted = mayMove(from, actor)
  if (!permitted.ok) return permitted
  for (const { place } of [from, to])
    if (place.currency !== currency) return refuse({ type: 'currency-differs', expected: place.currency })
  const amountMinor = countedMinor(counted)
  const availableMinor = from.place.balanceMinor
  if (from.kind !== 'bank' && amountMinor > availableMinor)
    return refuse({ type: from.kind === 'drawer' ? 'drawer-short' : 'vault-short', availableMinor, currency })
  if (maxMinor !== null && to.place.balanceMinor + headedMinor + amountMinor > maxMinor)
    return refuse({ type: 'drawer-above-maximum', maximumMinor: maxMinor, currency })
  const transferId = newId()
  return ok({
    type: 'cash.sent',
    class: 'fact',
    entries: [
      transferEntry('cash-sent', {
        debit: { account: postingAccounts.inTransit, subAccount: transferId },
        credit: sideOf(from),
        amountMinor,
        currency,
      }),
    ],
    body: { transferId, from: named(from), to: named(to), currency, counted, amountMinor, slip },
  })
}

const named = ({ kind, id }: TransferEnd) => ({ kind, id })

/** A drawer is its keeper's, or an overseer's; the vault and the bank belong to who keeps the vault. */
export function mayMove({ kind, staffId }: TransferEnd, actor: Grant): Result<null, Refusal> {
  if (kind === 'drawer')
    return staffId === actor.staffId || oversees(actor) ? ok(null) : refuse({ type: 'drawer-not-yours' })
  const keepsVault = isAllowed(actor.role, 'vault')
  return keepsVault ? ok(null) : refuse({ type: 'not-permitted', permission: 'vault', role: actor.role })
}
