import { addDays, type BusinessDate, businessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { oversees } from '../decision/oversees.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { OpenDay } from './day-commands.ts'

/** How many days past the clock or the last day a day may be opened: by anybody, and by those who oversee. */
const daysAheadMax = { anybody: 2, overseer: 31 } as const

export interface DayStart {
  readonly lastDate: BusinessDate | null
  /** The clock's date when the last day was opened. */
  readonly openedOn: BusinessDate | null
}

/**
 * Opens the business day of this installation. It must come after the last one, whatever the clock says, and not jump ahead of
 * both; a second day within one day of the clock, and beyond it, is an overseer's to open, or the limits of a day would be walked round. Refuses day-already-open, day-not-after-last, day-too-far-ahead. Rules: B1, B2.
 */
export function openDay(
  { lastDate, openedOn }: DayStart,
  { date }: OpenDay,
  context: Context,
): Result<Decision, Refusal> {
  if (context.businessDate) return refuse({ type: 'day-already-open', date: context.businessDate })
  if (lastDate && date <= lastDate) return refuse({ type: 'day-not-after-last', lastDate })
  const today = businessDate(context.now.slice(0, 10))
  const isOverseer = oversees(context.actor)
  const latest = lastDate && lastDate > today ? lastDate : today
  const latestDate = addDays(latest, isOverseer ? daysAheadMax.overseer : daysAheadMax.anybody)
  if (date > latestDate) return refuse({ type: 'day-too-far-ahead', latestDate })
  if (openedOn === today && date > today && !isOverseer) return refuse({ type: 'day-too-far-ahead', latestDate: today })
  return ok({
    type: 'day.opened',
    class: 'decision',
    entries: [],
    body: { date },
    valueDate: date,
  })
}
