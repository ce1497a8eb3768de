import { addDays, type BusinessDate, daysBetween } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { clockDate } from '../decision/days-of-context.ts'
import type { Decision } from '../decision/decision.ts'
import { oversees } from '../decision/oversees.ts'
import type { AlwaysTwo } from '../decision/second-person.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { OpenDay } from './day-commands.ts'

/** How many days past the clock or the last day a day may be opened: by anybody, and by those who oversee. */
const daysAheadMax = { anybody: 2, overseer: 31 } as const

/** The clock tells the date in Greenwich, a day behind or ahead; who oversees may also catch up with the month before the founding. */
const daysBeforeMax = { anybody: 1, overseer: 31 } as const

/** Nobody opens a day alone that is further than this from all that the books know of the time, but who oversees. */
const daysAloneMax = 31

export interface DayStart {
  readonly foundedOn: BusinessDate
  readonly lastDate: BusinessDate | null
  /** The clock's date when the last day was opened. */
  readonly openedOn: BusinessDate | null
  /** The server's date when it was last heard. */
  readonly heardOn: BusinessDate | null
}

const later = (date: BusinessDate, other: BusinessDate | null): BusinessDate =>
  other !== null && other > date ? other : date

/** What the server said of the time counts as far as the clock here has come too: either may be wrong. Rule: B7. */
const agreedOn = (heardOn: BusinessDate | null, today: BusinessDate): BusinessDate | null =>
  heardOn !== null && heardOn > today ? today : heardOn

/**
 * Whether a day is so far from the newest date that the books know (the last day, before the first one the founding; and the server's)
 * that the clock, or who reads it, is more likely wrong than right: then two people open it. Rule: B6.
 */
export function dayNeedsTwo(
  { foundedOn, lastDate, heardOn }: DayStart,
  { date }: OpenDay,
  { actor, institution, now }: Context,
): AlwaysTwo | null {
  const isFar =
    Math.abs(daysBetween(later(lastDate ?? foundedOn, agreedOn(heardOn, clockDate({ now }))), date)) > daysAloneMax
  return isFar && !oversees(actor) ? { alwaysTwo: true, amountMinor: 0n, currency: institution.currency } : null
}

/**
 * Opens the business day of this installation. It must come after the last one, whatever the clock says, and not jump ahead of
 * clock and last day; a second day within one day of the clock, and beyond it, is an overseer's to open, or the limits of a day
 * would be walked round. Refuses day-already-open, day-not-after-last, day-before-founding, day-too-far-ahead. Rules: B1, B2, B5.
 */
export function openDay(
  { foundedOn, lastDate, openedOn }: DayStart,
  { date }: OpenDay,
  context: Context,
): Result<Decision, Refusal> {
  if (context.businessDate) return refuse({ type: 'day-already-open', date: context.businessDate })
  if (lastDate && date <= lastDate) return refuse({ type: 'day-not-after-last', lastDate })
  const today = clockDate(context)
  const isOverseer = oversees(context.actor)
  const firstDate = addDays(foundedOn, -(isOverseer ? daysBeforeMax.overseer : daysBeforeMax.anybody))
  if (!lastDate && date < firstDate) return refuse({ type: 'day-before-founding', firstDate })
  const latestDate = addDays(later(today, lastDate), isOverseer ? daysAheadMax.overseer : daysAheadMax.anybody)
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
