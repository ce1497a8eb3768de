import { assert } from '../assert.ts'
import { dueDatesFrom } from '../schedule/due-dates.ts'
import type { ScheduleTerms } from '../schedule/schedule-terms.ts'
import type { LoanEvent } from './loan-event.ts'

/**
 * The terms as they were last agreed, by the events that stand: dates before the one that was moved stay, it and those after it are as they
 * were moved. Rules: L23, P14.
 */
export function rescheduledTerms(terms: ScheduleTerms, events: readonly LoanEvent[]): ScheduleTerms {
  if (!events.some(({ type }) => type === 'rescheduled')) return terms
  let { dueDates } = terms
  for (const event of events) {
    if (event.type !== 'rescheduled') continue
    const place = dueDates.indexOf(event.from)
    assert(place >= 0, 'a date that is moved was a due date')
    const installments = dueDates.length - place
    const { later, to: firstDueOn } = event
    const moved = later ? [firstDueOn, ...later] : dueDatesFrom({ firstDueOn }, installments, terms.frequency)
    assert(moved.length === installments, 'every installment has its day')
    dueDates = [...dueDates.slice(0, place), ...moved]
  }
  return { ...terms, dueDates }
}
