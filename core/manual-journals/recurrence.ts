import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { addMonths } from '../calendar/months.ts'

const everyDays = { weekly: 7, fortnightly: 14, 'four-weekly': 28 } as const
const everyMonths = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const

export const frequencies = [
  'weekly',
  'fortnightly',
  'four-weekly',
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
] as const
export type Frequency = (typeof frequencies)[number]

export interface Recurrence {
  readonly frequency: Frequency
  readonly startsOn: BusinessDate
  readonly endsOn: BusinessDate | null
  readonly times: number | null
}

const inDays = (frequency: Frequency): frequency is keyof typeof everyDays => frequency in everyDays

/** The due date with this number, counted from 0 and always from the first one: 31 January, 28 February, 31 March. */
export const dueDate = ({ frequency, startsOn }: Recurrence, number: number): BusinessDate =>
  inDays(frequency)
    ? addDays(startsOn, number * everyDays[frequency])
    : addMonths(startsOn, number * everyMonths[frequency])

/** The due date after so many that are posted; null when there is none left. */
export function nextDueDate(recurrence: Recurrence, posted: number): BusinessDate | null {
  const { times, endsOn } = recurrence
  if (times !== null && posted >= times) return null
  const date = dueDate(recurrence, posted)
  return endsOn !== null && date > endsOn ? null : date
}

/** The due dates that are not posted yet, oldest first, up to a day (inclusive) and a number. */
export function dueDates(
  recurrence: Recurrence,
  posted: number,
  { upTo, limit }: { readonly upTo: BusinessDate; readonly limit: number },
): readonly BusinessDate[] {
  const dates: BusinessDate[] = []
  for (let next = nextDueDate(recurrence, posted); next && next <= upTo && dates.length < limit; ) {
    dates.push(next)
    next = nextDueDate(recurrence, posted + dates.length)
  }
  return dates
}
