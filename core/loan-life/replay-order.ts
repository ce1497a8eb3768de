import type { BusinessDate } from '../calendar/business-date.ts'
import type { LoanEvent, LoanEventId, StandingEvent } from './loan-event.ts'

/** A charge is there from its due date, or from its entry where that was earlier. */
const replayDate = (event: StandingEvent): BusinessDate => {
  if (event.type !== 'charged') return event.effectiveOn
  return event.dueOn < event.enteredOn ? event.dueOn : event.enteredOn
}

const byDate = (one: BusinessDate, other: BusinessDate): number => (one < other ? -1 : one > other ? 1 : 0)

/** What an entry takes back of what was entered before it. */
function takenBackBy(
  event: Exclude<LoanEvent, StandingEvent>,
  earlier: readonly LoanEvent[],
): ReadonlySet<LoanEventId> {
  if (event.type === 'reversed') return new Set([event.event])
  const newest = earlier.findLastIndex(({ type }) => type === 'paid-out')
  return new Set(newest < 0 ? [] : earlier.slice(newest).map(({ id }) => id))
}

/** Without what was taken back, seen from the newest entry: so a reversal that was itself reversed takes nothing back. */
function standing(events: readonly LoanEvent[]): readonly StandingEvent[] {
  let earlier = events
  const stands: StandingEvent[] = []
  for (let event = earlier.at(-1); event; event = earlier.at(-1)) {
    earlier = earlier.slice(0, -1)
    if (event.type === 'reversed' || event.type === 'last-tranche-undone') {
      const takenBack = takenBackBy(event, earlier)
      earlier = earlier.filter(({ id }) => !takenBack.has(id))
    } else stands.push(event)
  }
  return stands.reverse()
}

/** Events given in the order of entry, in the order in which they count: by effective date, then as they were entered. Rule: L11. */
export const inReplayOrder = (events: readonly LoanEvent[]): readonly StandingEvent[] =>
  standing(events)
    .map((event, place) => ({ event: { ...event, effectiveOn: replayDate(event) }, place }))
    .sort(
      (one, other) =>
        byDate(one.event.effectiveOn, other.event.effectiveOn) ||
        byDate(one.event.enteredOn, other.event.enteredOn) ||
        one.place - other.place,
    )
    .map(({ event }) => event)
