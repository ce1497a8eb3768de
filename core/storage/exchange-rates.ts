import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
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
const exact = prepared<{ currency: string; from: string; version: number }, ExchangeRateTable>((db, param) =>
  db
    .selectFrom('exchange_rate')
    .selectAll()
    .where('currency', '=', param('currency'))
    .where('valid_from', '=', param('from'))
    .where('version', '=', param('version')),
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

const history = prepared<{ currency: string }, ExchangeRateTable & { actor_name: string | null; recorded_at: string }>(
  (db, param) =>
    db
      .selectFrom('exchange_rate')
      .innerJoin('record', 'record.position', 'exchange_rate.position')
      .leftJoin('staff', 'staff.staff_id', 'record.actor')
      .selectAll('exchange_rate')
      .select(['staff.name as actor_name', 'record.recorded_at'])
      .where('exchange_rate.currency', '=', param('currency'))
      .orderBy('exchange_rate.valid_from', 'desc')
      .orderBy('exchange_rate.version', 'desc'),
)

/** A rate with who published it and when. */
export interface PublishedRate extends DayRate {
  readonly publishedBy: string
  readonly recordedAt: string
}

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

/** What an exchange went by, that day and ever after. Asserts that it was said. */
export const publishedRate = (
  db: Database,
  said: { readonly currency: CurrencyCode; readonly from: BusinessDate; readonly version: number },
  quote: CurrencyCode,
): DayRate => asRate(present(exact.get(db, said), 'an exchange goes by a rate that was published'), quote)

export const nextRateVersion = (db: Database, currency: CurrencyCode, date: BusinessDate): number =>
  (newest.get(db, { currency, date })?.version ?? 0) + 1

/** All that was ever said of a currency, the newest day first, and of a day its last version first. */
export const rateHistory = (db: Database, currency: CurrencyCode, quote: CurrencyCode): readonly PublishedRate[] =>
  history.all(db, { currency }).map(row => ({
    ...asRate(row, quote),
    publishedBy: row.actorName ?? '',
    recordedAt: row.recordedAt,
  }))

/** The rates of every currency that has one on a day. */
export const ratesOn = (db: Database, quote: CurrencyCode, date: BusinessDate): readonly DayRate[] =>
  known.all(db, {}).flatMap(({ currency }) => rateOn(db, currencyOf(currency), quote, date) ?? [])
