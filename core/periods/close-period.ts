import type { Period } from '../calendar/period.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { ChecklistItem } from './checklist.ts'
import type { ClosePeriod, ReopenPeriod } from './period-commands.ts'

export interface PeriodEnd {
  /** The oldest period that is open. */
  readonly next: Period
  readonly items: readonly ChecklistItem[]
}

/**
 * Closes a month for the whole institution: from then on nothing counts from a day in it. Months are closed in their order. Refuses
 * period-not-next, then period-not-ready with the first item of the checklist that stands against it. Rules: G11, G12, G13.
 */
export function closePeriod(
  { next, items }: PeriodEnd,
  { period }: ClosePeriod,
  _context: Context,
): Result<Decision, Refusal> {
  if (period !== next) return refuse({ type: 'period-not-next', next })
  const blocking = items.find(({ state }) => state === 'blocking')
  if (blocking) return refuse({ type: 'period-not-ready', period, item: blocking.item })
  return ok({ type: 'period.closed', class: 'decision', entries: [], body: { period }, isReference: true })
}

export interface ClosedPeriods {
  /** The newest period that is closed. */
  readonly last: Period | null
  /** A year in which it lies and which is closed in a branch. */
  readonly closedYear: number | null
}

/** Opens the newest closed month again. Refuses period-not-last, year-closed (a year is reopened first). Rule: G12. */
export function reopenPeriod(
  { last, closedYear }: ClosedPeriods,
  { period, reason, note }: ReopenPeriod,
  { branch }: Context,
): Result<Decision, Refusal> {
  if (period !== last) return refuse({ type: 'period-not-last', ...(last ? { last } : {}) })
  if (closedYear !== null) return refuse({ type: 'year-closed', year: closedYear })
  return ok({
    type: 'period.reopened',
    class: 'decision',
    entries: [],
    body: { period, reason },
    isReference: true,
    ...noteBlob(note, branch.branchId),
  })
}
