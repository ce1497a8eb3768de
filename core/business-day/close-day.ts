import { isAllowed } from '../authority/roles.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { isOverseen } from '../decision/oversees.ts'
import { secondPerson } from '../decision/second-person.ts'
import type { UncountedCash } from '../ledger/uncounted-cash.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { CloseDay } from './day-commands.ts'

export interface DayEnd {
  /** Cash that must be counted before. */
  readonly uncounted: readonly UncountedCash[]
  /** What of the vault was moved here and not counted since. */
  readonly vault: readonly UncountedCash[]
  /** Cash that was sent today and has not arrived. */
  readonly onItsWay: readonly UncountedCash[]
}

/**
 * Closes the open business day. Refuses cash-uncounted, with all that nobody has accounted for. Over a vault that was not counted it
 * is closed by two, the second of whom keeps vaults, and over what is only on its way with who oversees. Rules: B3, B4.
 */
export function closeDay(
  { uncounted, vault, onItsWay }: DayEnd,
  _command: CloseDay,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const second = secondPerson(context)
  const isVaultSigned = second !== null && isAllowed(second.role, 'vault')
  const open = [...uncounted, ...(isVaultSigned ? [] : vault), ...(isOverseen(context) ? [] : onItsWay)]
  if (open.length > 0) return refuse({ type: 'cash-uncounted', cash: open })
  return ok({
    type: 'day.closed',
    class: 'decision',
    entries: [],
    body: { date: context.businessDate },
  })
}
