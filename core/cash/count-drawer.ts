import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { oversees } from '../decision/oversees.ts'
import type { Drawer } from '../ledger/drawer.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { CountDrawer } from './cash-commands.ts'
import { placeOf } from './close-drawer.ts'
import { countedAgainst } from './counted-difference.ts'

/**
 * Counts a drawer that stays open: the difference is booked and the cash stays where it is. A field officer ends the day so; anybody's
 * drawer may be counted at any hour by who oversees. Refuses drawer-not-yours, then difference-needs-note. Rules: C3, C4, C6.
 */
export function countDrawer(
  drawer: Drawer,
  { counted, note }: CountDrawer,
  { actor, branch }: OpenDayContext,
): Result<Decision, Refusal> {
  if (drawer.staffId !== actor.staffId && !oversees(actor)) return refuse({ type: 'drawer-not-yours' })
  const count = countedAgainst(placeOf(drawer), counted, note)
  if (!count.ok) return count
  const { foundMinor, differenceMinor, entries } = count.value
  const { drawerId, balanceMinor } = drawer
  return ok({
    type: 'drawer.counted',
    class: 'fact',
    entries,
    body: { drawerId, counted, expectedMinor: balanceMinor, countedMinor: foundMinor, differenceMinor },
    ...noteBlob(note, branch.branchId),
  })
}
