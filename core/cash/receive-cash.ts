import { isAllowed } from '../authority/roles.ts'
import type { Grant, OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { transferEntry } from '../journal/entry.ts'
import type { Entry } from '../journal/record.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { countedMinor } from '../money/denominations.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { differenceEntry } from './counted-difference.ts'
import { overShortMinor } from './over-short.ts'
import { sideOf } from './send-cash.ts'
import type { Transfer, TransferEnd } from './transfer.ts'
import type { ReceiveCash } from './transfer-commands.ts'

export interface ReceiveState {
  readonly transfer: Transfer
  readonly to: TransferEnd
}

/**
 * The second confirmation: somebody else counts what arrived. Refuses transfer-not-open, own-transfer (also as second person),
 * drawer-not-yours or not-permitted, drawer-not-open (a drawer is received into where it is), transfer-count-differs while the count
 * differs and nobody says with a reason and a note that it stands. Rules: C9, C10.
 */
export function receiveCash(
  { transfer, to }: ReceiveState,
  { counted, discrepancy, note, slip }: ReceiveCash,
  { actor, checker, branch }: OpenDayContext,
): Result<Decision, Refusal> {
  const { transferId, amountMinor, sentBy } = transfer
  if (!transfer.isOpen) return refuse({ type: 'transfer-not-open' })
  if (actor.staffId === sentBy || checker?.staffId === sentBy) return refuse({ type: 'own-transfer' })
  const permitted = mayReceive(to, actor)
  if (!permitted.ok) return permitted
  const differenceMinor = overShortMinor(counted, amountMinor)
  const isSettled = differenceMinor === 0n || (discrepancy !== undefined && note !== undefined)
  if (!isSettled) return refuse({ type: 'transfer-count-differs' })
  return ok({
    type: 'cash.received',
    class: 'fact',
    entries: arrivalEntries(transfer, to, countedMinor(counted)),
    body: {
      transferId,
      counted,
      amountMinor,
      differenceMinor,
      slip,
      ...(differenceMinor === 0n ? {} : { discrepancy }),
    },
    ...noteBlob(note, branch.branchId),
  })
}

function mayReceive({ kind, staffId, isElsewhere }: TransferEnd, actor: Grant): Result<null, Refusal> {
  if (kind === 'drawer') {
    if (staffId !== actor.staffId) return refuse({ type: 'drawer-not-yours' })
    return isElsewhere ? refuse({ type: 'drawer-not-open' }) : ok(null)
  }
  const keepsVault = isAllowed(actor.role, 'vault')
  return keepsVault ? ok(null) : refuse({ type: 'not-permitted', permission: 'vault', role: actor.role })
}

/** What arrived goes into the place; what is missing leaves the transit as short, what is too much enters the place as over. */
function arrivalEntries({ transferId, amountMinor, currency }: Transfer, to: TransferEnd, foundMinor: bigint): Entry[] {
  const transit = { account: postingAccounts.inTransit, subAccount: transferId }
  const differenceMinor = foundMinor - amountMinor
  const arrivedMinor = differenceMinor < 0n ? foundMinor : amountMinor
  const entries: Entry[] = []
  if (arrivedMinor > 0n)
    entries.push(
      transferEntry('cash-received', { debit: sideOf(to), credit: transit, amountMinor: arrivedMinor, currency }),
    )
  if (differenceMinor < 0n) entries.push(differenceEntry(transit, currency, differenceMinor))
  if (differenceMinor > 0n) entries.push(differenceEntry(sideOf(to), currency, differenceMinor))
  return entries
}
