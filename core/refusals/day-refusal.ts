import type { BusinessDate } from '../calendar/business-date.ts'
import type { UncountedCash } from '../ledger/uncounted-cash.ts'

export type DayRefusal =
  | { readonly type: 'day-not-open' }
  | { readonly type: 'day-already-open'; readonly date: BusinessDate }
  | { readonly type: 'day-not-after-last'; readonly lastDate: BusinessDate }
  | { readonly type: 'day-before-founding'; readonly firstDate: BusinessDate }
  /** Another piece of the close of business comes before, or nothing is due. */
  | { readonly type: 'close-of-business-not-next' }
  | { readonly type: 'day-too-far-ahead'; readonly latestDate: BusinessDate }
  /** The day is not closed before all that is listed is accounted for. */
  | { readonly type: 'cash-uncounted'; readonly cash: readonly UncountedCash[] }
