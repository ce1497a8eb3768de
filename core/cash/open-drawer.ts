import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { transferEntry } from '../journal/entry.ts'
import type { Drawer } from '../ledger/drawer.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { countedMinor } from '../money/denominations.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { OpenDrawer } from './cash-commands.ts'

export interface OpenDrawerState {
  readonly vaultMinor: bigint
  readonly openDrawer: Drawer | null
  /** A person's limits reach to foreign cash only where there is a rate. */
  readonly hasRate: boolean
  /** What may lie in a drawer of the person's role; null where nothing is said. */
  readonly maxMinor: bigint | null
}

/**
 * Takes a counted float out of the branch's vault into the person's own drawer: Dr drawer / Cr vault. A float of nothing is allowed.
 * Refuses rate-unknown for a foreign currency without a rate (limits are amounts of the institution's currency), drawer-already-open, vault-short, then drawer-above-maximum. Rules: C1, C5, C17.
 */
export function openDrawer(
  { vaultMinor, openDrawer: open, hasRate, maxMinor }: OpenDrawerState,
  { counted, currency }: OpenDrawer,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  if (currency !== context.institution.currency && !hasRate) return refuse({ type: 'rate-unknown', currency })
  if (open) return refuse({ type: 'drawer-already-open' })
  const floatMinor = countedMinor(counted)
  if (floatMinor > vaultMinor)
    return refuse({
      type: 'vault-short',
      availableMinor: vaultMinor,
      currency,
    })
  if (maxMinor !== null && floatMinor > maxMinor)
    return refuse({ type: 'drawer-above-maximum', maximumMinor: maxMinor, currency })
  const drawerId = context.newId()
  const entry = () =>
    transferEntry('drawer-float', {
      debit: { account: postingAccounts.drawers, subAccount: drawerId },
      credit: {
        account: postingAccounts.vault,
        subAccount: context.branch.vaultId,
      },
      amountMinor: floatMinor,
      currency,
    })
  return ok({
    type: 'drawer.opened',
    class: 'fact',
    entries: floatMinor > 0n ? [entry()] : [],
    body: {
      drawerId,
      staffId: context.actor.staffId,
      currency,
      counted,
      floatMinor,
    },
  })
}
