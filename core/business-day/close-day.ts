import type { CommandOf } from '../command/command.ts'
import type { OpenDayContext } from '../command/context.ts'
import type { Decision } from '../command/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'

/** Closes the open business day. Refuses while cash lies uncounted in open drawers. Rule: B3. */
export function closeDay(
  { openDrawers }: { readonly openDrawers: number },
  _command: CommandOf<'day.close'>,
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
