import type { BusinessDate } from '../calendar/business-date.ts'

export type DayRefusal =
  | { readonly type: 'day-not-open' }
  | { readonly type: 'day-already-open'; readonly date: BusinessDate }
  | { readonly type: 'day-not-after-last'; readonly lastDate: BusinessDate }
  | { readonly type: 'day-too-far-ahead'; readonly latestDate: BusinessDate }
  | { readonly type: 'drawers-open'; readonly count: number }
