import type { BusinessDate } from './business-date.ts'

/** From `start` (inclusive) to `end` (exclusive). */
export interface Span {
  readonly start: BusinessDate
  readonly end: BusinessDate
}
