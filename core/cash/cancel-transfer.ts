import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { oversees } from '../decision/oversees.ts'
import type { AlwaysTwo } from '../decision/second-person.ts'
import { transferEntry } from '../journal/entry.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { mayMove, sideOf } from './send-cash.ts'
import type { Transfer, TransferEnd } from './transfer.ts'
import type { CancelTransfer } from './transfer-commands.ts'

export interface CancelState {
  readonly transfer: Transfer
  /** Where the cash goes back to: where it came from, or the vault when that drawer is closed or elsewhere. */
  readonly back: TransferEnd
  /** Another installation may have received it meanwhile. */
  readonly mayBeReceivedElsewhere: boolean
}

/** What another installation may have received is called back only with who oversees. */
export const callBackLimit = (
  { transfer: { amountMinor, currency }, mayBeReceivedElsewhere }: CancelState,
  _command: CancelTransfer,
  { actor }: OpenDayContext,
): AlwaysTwo | null => (mayBeReceivedElsewhere && !oversees(actor) ? { alwaysTwo: true, amountMinor, currency } : null)

/**
 * Takes back what nobody has received: by its sender, or an overseer. Refuses transfer-not-open, transfer-not-yours, then
 * drawer-not-yours or not-permitted for where the cash goes back to. Rule: C9.
 */
export function cancelTransfer(
  { transfer, back }: CancelState,
  _command: CancelTransfer,
  { actor }: OpenDayContext,
): Result<Decision, Refusal> {
  const { transferId, amountMinor, currency, sentBy } = transfer
  if (!transfer.isOpen) return refuse({ type: 'transfer-not-open' })
  if (actor.staffId !== sentBy && !oversees(actor)) return refuse({ type: 'transfer-not-yours' })
  const permitted = mayMove(back, actor)
  if (!permitted.ok) return permitted
  return ok({
    type: 'cash.transfer-cancelled',
    class: 'fact',
    entries: [
      transferEntry('cash-called-back', {
        debit: sideOf(back),
        credit: { account: postingAccounts.inTransit, subAccount: transferId },
        amountMinor,
        currency,
      }),
    ],
    body: { transferId },
  })
}
