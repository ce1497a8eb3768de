import type { Database } from 'better-sqlite3'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import type { DayRate } from '../foreign-exchange/day-rate.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { rate } from '../money/rate.ts'
import { prepared, type Row } from './run.ts'
import { currencyOf } from './savings-accounts.ts'
import type { ExchangeRateTable } from './tables/exchange-tables.ts'

const inForce = prepared<{ currency: string; date: string }, ExchangeRateTable>((db, param) =>
  db
    .selectFrom('exchange_rate')
    .selectAll()
    .where('currency', '=', param('currency'))
    .where('valid_from', '<=', param('date'))
    .orderBy('valid_from', 'desc')
    .orderBy('version', 'desc')
    .limit(1),
)
const newest = prepared<{ currency: string; date: string }, { version: number }>((db, param) =>
  db
    .selectFrom('exchange_rate')
    .select('version')
    .where('currency', '=', param('currency'))
    .where('valid_from', '=', param('date'))
    .orderBy('version', 'desc')
    .limit(1),
)
const known = prepared<Record<never, never>, { currency: string }>(db =>
  db.selectFrom('exchange_rate').select('currency').distinct().orderBy('currency'),
)

const asRate = (row: Row<ExchangeRateTable>, quote: CurrencyCode): DayRate => ({
  currency: currencyOf(row.currency),
  quote,
  from: businessDate(row.validFrom),
  version: row.version,
  buy: rate(row.buy),
  mid: rate(row.mid),
  sell: rate(row.sell),
})

/** What holds of a currency on a day: the newest day from which something was said, and its last version. Rule: F1. */
export function rateOn(db: Database, currency: CurrencyCode, quote: CurrencyCode, date: BusinessDate): DayRate | null {
  const row = inForce.get(db, { currency, date })
  return row ? asRate(row, quote) : null
}

export const nextRateVersion = (db: Database, currency: CurrencyCode, date: BusinessDate): number =>
  (newest.get(db, { currency, date })?.version ?? 0) + 1

/** The rates of every currency that has one on a day. */
export const ratesOn = (db: Database, quote: CurrencyCode, date: BusinessDate): readonly DayRate[] =>
  known.all(db, {}).flatMap(({ currency }) => rateOn(db, currencyOf(currency), quote, date) ?? [])
