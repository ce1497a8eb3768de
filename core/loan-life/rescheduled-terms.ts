import { assert } from '../assert.ts'
import { dueDatesFrom } from '../schedule/due-dates.ts'
import type { ScheduleTerms } from '../schedule/schedule-terms.ts'
import type { StandingEvent } from './loan-event.ts'

/** The terms as they were last agreed: dates before the one that was moved stay, it and those after it are counted from its new day. */
export function rescheduledTerms(terms: ScheduleTerms, events: readonly StandingEvent[]): ScheduleTerms {
  if (!events.some(({ type }) => type === 'rescheduled')) return terms
  let { dueDates } = terms
  for (const event of events) {
    if (event.type !== 'rescheduled') continue
    const place = dueDates.indexOf(event.from)
    assert(place >= 0, 'a date that is moved was a due date')
    const moved = dueDatesFrom({ firstDueOn: event.to }, dueDates.length - place, terms.frequency)
    dueDates = [...dueDates.slice(0, place), ...moved]
  }
  return { ...terms, dueDates }
}
