import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { CloseDay } from './day-commands.ts'

/** Closes the open business day. Refuses while cash lies uncounted in open drawers. Rule: B3. */
export function closeDay(
  { openDrawers }: { readonly openDrawers: number },
  _command: CloseDay,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  if (openDrawers > 0) return refuse({ type: 'drawers-open', count: openDrawers })
  return ok({
    type: 'day.closed',
    class: 'decision',
    entries: [],
    body: { date: context.businessDate },
  })
}
