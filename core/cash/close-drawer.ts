import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { transferEntry } from '../journal/entry.ts'
import type { Entry } from '../journal/record.ts'
import type { Drawer } from '../ledger/drawer.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { absoluteMinor } from '../money/amount.ts'
import { countedMinor } from '../money/denominations.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { CloseDrawer } from './cash-commands.ts'
import { overShortMinor } from './over-short.ts'

/**
 * Closes a drawer on a count: the difference is booked as over or short, then all the counted cash goes to the vault.
 * Refuses drawer-not-yours (another's drawer needs a person who approves), then difference-needs-note. Rules: C2, C3.
 */
export function closeDrawer(
  drawer: Drawer,
  { counted, note }: CloseDrawer,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const isOverseer = context.actor.role === 'manager' || context.actor.role === 'head-office'
  if (drawer.staffId !== context.actor.staffId && !isOverseer) return refuse({ type: 'drawer-not-yours' })
  const foundMinor = countedMinor(counted)
  const differenceMinor = overShortMinor(counted, drawer.balanceMinor)
  if (differenceMinor !== 0n && note === undefined)
    return refuse({
      type: 'difference-needs-note',
      differenceMinor,
      currency: drawer.currency,
    })
  return ok({
    type: 'drawer.closed',
    class: 'fact',
    entries: closingEntries(drawer, { foundMinor, differenceMinor }, context.branch.vaultId),
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

function closingEntries(
  { drawerId, currency }: Drawer,
  { foundMinor, differenceMinor }: { readonly foundMinor: bigint; readonly differenceMinor: bigint },
  vaultId: string,
): Entry[] {
  const drawer = { account: postingAccounts.drawers, subAccount: drawerId }
  const entries: Entry[] = []
  if (differenceMinor !== 0n) {
    const amountMinor = absoluteMinor(differenceMinor)
    const sides =
      differenceMinor > 0n
        ? { debit: drawer, credit: { account: postingAccounts.cashOver } }
        : { debit: { account: postingAccounts.cashShort }, credit: drawer }
    entries.push(
      transferEntry(differenceMinor > 0n ? 'Cash over' : 'Cash short', {
        ...sides,
        amountMinor,
        currency,
      }),
    )
  }
  if (foundMinor > 0n) {
    const debit = { account: postingAccounts.vault, subAccount: vaultId }
    entries.push(
      transferEntry('Drawer to vault', {
        debit,
        credit: drawer,
        amountMinor: foundMinor,
        currency,
      }),
    )
  }
  return entries
}
