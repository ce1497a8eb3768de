import type { BusinessDate } from '../calendar/business-date.ts'
import type { DayRate } from '../foreign-exchange/day-rate.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Rate } from '../money/rate.ts'
import type { PublishedRate } from '../storage/exchange-rates.ts'

/** What a branch held of a foreign currency at the end of a day, by value date: more than it owes is positive. */
export interface ExchangePosition {
  readonly currency: CurrencyCode
  readonly positionMinor: bigint
  /** What it stands at in the books, in the institution's currency. */
  readonly equivalentMinor: bigint
  /** What it is worth at the middle rate of the day, and what that is more than the books; absent without a rate. */
  readonly worthMinor?: bigint
  readonly gainMinor?: bigint
  readonly mid?: Rate
  /** The newest day as of which it was revalued. */
  readonly revaluedOn?: BusinessDate
}

/** What the queries of foreign exchange answer. */
export interface ExchangeAnswers {
  /** The rates that hold on a day. */
  rates: readonly DayRate[]
  /** All that was said of a currency, newest first, also what holds from a later day. */
  'rate-history': readonly PublishedRate[]
  'fx-position': readonly ExchangePosition[]
}
