import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { oversees } from '../decision/oversees.ts'
import { transferEntry } from '../journal/entry.ts'
import type { Drawer } from '../ledger/drawer.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { CloseDrawer } from './cash-commands.ts'
import { type CashPlace, countedAgainst } from './counted-difference.ts'

/** A drawer as a place that is counted. */
export const placeOf = ({ drawerId, currency, balanceMinor }: Drawer): CashPlace => ({
  account: postingAccounts.drawers,
  subAccount: drawerId,
  currency,
  balanceMinor,
})

/**
 * Closes a drawer on a count: the difference is booked as over or short, then all the counted cash goes to the vault.
 * Refuses drawer-not-yours (another's drawer needs a person who approves), then difference-needs-note. Rules: C2, C3, C4.
 */
export function closeDrawer(
  drawer: Drawer,
  { counted, note }: CloseDrawer,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  if (drawer.staffId !== context.actor.staffId && !oversees(context.actor)) return refuse({ type: 'drawer-not-yours' })
  const place = placeOf(drawer)
  const count = countedAgainst(place, counted, note)
  if (!count.ok) return count
  const { foundMinor, differenceMinor, entries } = count.value
  const toVault = () =>
    transferEntry('drawer-to-vault', {
      debit: { account: postingAccounts.vault, subAccount: context.branch.vaultId },
      credit: { account: place.account, subAccount: place.subAccount },
      amountMinor: foundMinor,
      currency: drawer.currency,
    })
  return ok({
    type: 'drawer.closed',
    class: 'fact',
    entries: foundMinor > 0n ? [...entries, toVault()] : entries,
    body: {
      drawerId: drawer.drawerId,
      counted,
      expectedMinor: drawer.balanceMinor,
      countedMinor: foundMinor,
      differenceMinor,
    },
    ...noteBlob(note, context.branch.branchId),
  })
}
