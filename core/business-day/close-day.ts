import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { UncountedCash } from '../ledger/uncounted-cash.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { CloseDay } from './day-commands.ts'

/** Closes the open business day. Refuses cash-uncounted, with all that nobody has accounted for. Rules: B3, B4. */
export function closeDay(
  { uncounted }: { readonly uncounted: readonly UncountedCash[] },
  _command: CloseDay,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  if (uncounted.length > 0) return refuse({ type: 'cash-uncounted', cash: uncounted })
  return ok({
    type: 'day.closed',
    class: 'decision',
    entries: [],
    body: { date: context.businessDate },
  })
}
