import type { BusinessDate } from '../calendar/business-date.ts'
import type { ScheduleTerms } from './schedule-terms.ts'

/** From one due date to the next; the first begins where the schedule starts. `place` counts from 0. */
export interface Period {
  readonly place: number
  readonly from: BusinessDate
  readonly dueOn: BusinessDate
}

export const periodsOf = ({ startsOn, dueDates }: ScheduleTerms): readonly Period[] =>
  dueDates.map((dueOn, place) => ({ place, from: dueDates[place - 1] ?? startsOn, dueOn }))
