import type { BusinessDate } from '../calendar/business-date.ts'
import type { ScheduleTerms } from '../schedule/schedule-terms.ts'
import type { Recalculation } from './loan-terms.ts'

/** The day from which money of a day counts: the day itself, or the next due date; after the last one, again the day itself. */
export const restDate = (date: BusinessDate, { rest }: Recalculation, { dueDates }: ScheduleTerms): BusinessDate =>
  rest === 'daily' ? date : (dueDates.find(dueOn => dueOn >= date) ?? date)
