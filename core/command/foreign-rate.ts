import type { Database } from 'better-sqlite3'
import type { OpenDayContext } from '../decision/context.ts'
import type { DayRate } from '../foreign-exchange/day-rate.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { rateOn } from '../storage/exchange-rates.ts'

/** With the day's rate of a foreign currency, where there is one: limits of persons are in the institution's own. */
export interface Rated {
  readonly rate: DayRate | null
}

/** Nothing is looked up for the institution's own currency. */
export const foreignRate = (
  db: Database,
  currency: CurrencyCode,
  { institution, businessDate }: Pick<OpenDayContext, 'institution' | 'businessDate'>,
): DayRate | null =>
  currency === institution.currency ? null : rateOn(db, currency, institution.currency, businessDate)
