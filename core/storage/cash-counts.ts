import type { Database } from 'better-sqlite3'
import { prepared, type Row } from './run.ts'
import type { CashCountTable } from './tables/cash-tables.ts'

const last = prepared<{ place: string; currency: string }, CashCountTable>((db, param) =>
  db
    .selectFrom('cash_count')
    .selectAll()
    .where('place', '=', param('place'))
    .where('currency', '=', param('currency'))
    .orderBy('position', 'desc')
    .limit(1),
)
const newestOn = prepared<
  { place: string; currency: string; date: string },
  CashCountTable & { actor: string; recorded_at: string }
>((db, param) =>
  db
    .selectFrom('cash_count')
    .innerJoin('record', 'record.position', 'cash_count.position')
    .selectAll('cash_count')
    .select(['record.actor', 'record.recorded_at'])
    .where('cash_count.place', '=', param('place'))
    .where('cash_count.currency', '=', param('currency'))
    .where('cash_count.date', '=', param('date'))
    .orderBy('cash_count.position', 'desc')
    .limit(1),
)
const moveAfter = prepared<{ place: string; currency: string; date: string; position: number }, { position: number }>(
  (db, param) =>
    db
      .selectFrom('line')
      .innerJoin('record', 'record.position', 'line.position')
      .select('line.position')
      .where('line.sub_account', '=', param('place'))
      .where('line.booking_date', '>=', param('date'))
      .where('line.position', '>', param('position'))
      .where('line.currency', '=', param('currency'))
      .where('record.type', '<>', 'institution.created')
      .limit(1),
)
const lastUpTo = prepared<{ place: string; currency: string; date: string }, CashCountTable>((db, param) =>
  db
    .selectFrom('cash_count')
    .selectAll()
    .where('place', '=', param('place'))
    .where('currency', '=', param('currency'))
    .where('date', '<=', param('date'))
    .orderBy('position', 'desc')
    .limit(1),
)
const moveUpTo = prepared<
  { place: string; currency: string; from: string; to: string; position: number },
  { position: number }
>((db, param) =>
  db
    .selectFrom('line')
    .innerJoin('record', 'record.position', 'line.position')
    .select('line.position')
    .where('line.sub_account', '=', param('place'))
    .where('line.booking_date', '>=', param('from'))
    .where('line.booking_date', '<=', param('to'))
    .where('line.position', '>', param('position'))
    .where('line.currency', '=', param('currency'))
    .where('record.type', '<>', 'institution.created')
    .limit(1),
)
const currencies = prepared<{ place: string; account: string }, { currency: string }>((db, param) =>
  db
    .selectFrom('balance')
    .select('currency')
    .distinct()
    .where('sub_account', '=', param('place'))
    .where('account', '=', param('account'))
    .orderBy('currency'),
)

export type CashCountRow = Row<CashCountTable>

/** The newest count of one currency in a vault or drawer. */
export const lastCount = (db: Database, place: string, currency: string): CashCountRow | null =>
  last.get(db, { place, currency }) ?? null

/** The last count of a day, with who counted and when. */
export const countOn = (db: Database, place: string, currency: string, date: string) =>
  newestOn.get(db, { place, currency, date }) ?? null

/** Whether cash moved since the place was counted last; what an institution is founded with was counted then. */
export function hasMovedSinceCount(db: Database, place: string, currency: string): boolean {
  const count = lastCount(db, place, currency)
  const { position, date } = count ?? { position: 0, date: '' }
  return moveAfter.get(db, { place, currency, date, position }) !== undefined
}

/** As `hasMovedSinceCount`, but at the end of a day, and of a drawer. */
export function hadMovedSinceCount(db: Database, place: string, currency: string, day: string): boolean {
  const { position, date } = lastUpTo.get(db, { place, currency, date: day }) ?? { position: 0, date: '' }
  return moveUpTo.get(db, { place, currency, from: date, to: day, position }) !== undefined
}

/** Whether a place was counted by the end of a day, and no cash moved there from the count to the end of it. */
export function isCountedUpTo(db: Database, place: string, currency: string, date: string): boolean {
  const count = lastUpTo.get(db, { place, currency, date })
  return (
    count !== undefined &&
    moveUpTo.get(db, { place, currency, from: count.date, to: date, position: count.position }) === undefined
  )
}

/** The currencies that ever lay in a place. */
export const currenciesIn = (db: Database, account: string, place: string): readonly string[] =>
  currencies.all(db, { place, account }).map(({ currency }) => currency)
