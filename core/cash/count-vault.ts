import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result } from '../result.ts'
import type { CountVault } from './cash-commands.ts'
import { type CashPlace, countedAgainst } from './counted-difference.ts'

/** Counts one currency of the branch's vault; the difference is booked as over or short. Refuses difference-needs-note. Rule: C7. */
export function countVault(
  vault: CashPlace,
  { currency, counted, note }: CountVault,
  { branch }: OpenDayContext,
): Result<Decision, Refusal> {
  const count = countedAgainst(vault, counted, note)
  if (!count.ok) return count
  const { foundMinor, differenceMinor, entries } = count.value
  return ok({
    type: 'vault.counted',
    class: 'fact',
    entries,
    body: {
      vaultId: branch.vaultId,
      currency,
      counted,
      expectedMinor: vault.balanceMinor,
      countedMinor: foundMinor,
      differenceMinor,
    },
    ...noteBlob(note, branch.branchId),
  })
}
