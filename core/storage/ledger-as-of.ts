import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { DateBasis } from '../journal/date-basis.ts'
import { prepared, type Row } from './run.ts'

export type Totals = { account: string; currency: string; debit_minor: bigint; credit_minor: bigint }

/** Debits and credits of a ledger account in one currency; never netted. */
export type LedgerTotals = Row<Totals>

const now = prepared<Record<never, never>, Totals>(db =>
  db
    .selectFrom('balance')
    .select(eb => [
      'account',
      'currency',
      eb.fn.sum<bigint>('debit_minor').as('debit_minor'),
      eb.fn.sum<bigint>('credit_minor').as('credit_minor'),
    ])
    .where('sub_account', '=', '')
    .groupBy(['account', 'currency'])
    .orderBy('account')
    .orderBy('currency'),
)

/** Of each account the newest counters that are not after the day: one look into the index an account and branch. */
const booked = prepared<{ date: string; branch: string }, Totals>((db, param) => {
  const isMeant = (branch: 'branch' | 'b.branch') =>
    sql<boolean>`(${param('branch')} = '' OR ${sql.ref(branch)} = ${param('branch')})`
  return db
    .selectFrom(
      db
        .selectFrom('balance')
        .select(['account', 'currency', 'debit_minor', 'credit_minor'])
        .where('sub_account', '=', '')
        .where('moved_on', '<=', param('date'))
        .where(isMeant('branch'))
        .unionAll(
          db
            .selectFrom('balance as b')
            .innerJoin('ledger_day as d', join =>
              join
                .onRef('d.account', '=', 'b.account')
                .onRef('d.currency', '=', 'b.currency')
                .onRef('d.branch', '=', 'b.branch')
                .on('d.booking_date', '=', eb =>
                  eb
                    .selectFrom('ledger_day as last')
                    .select(inner => inner.fn.max('last.booking_date').as('booking_date'))
                    .whereRef('last.account', '=', 'b.account')
                    .whereRef('last.currency', '=', 'b.currency')
                    .whereRef('last.branch', '=', 'b.branch')
                    .where('last.booking_date', '<=', param('date')),
                ),
            )
            .select(['d.account', 'd.currency', 'd.debit_minor', 'd.credit_minor'])
            .where('b.sub_account', '=', '')
            .where('b.moved_on', '>', param('date'))
            .where(isMeant('b.branch')),
        )
        .as('counter'),
    )
    .select(eb => [
      'account',
      'currency',
      eb.fn.sum<bigint>('debit_minor').as('debit_minor'),
      eb.fn.sum<bigint>('credit_minor').as('credit_minor'),
    ])
    .groupBy(['account', 'currency'])
})

/** What counts by the day although it was booked later, less what was booked by the day and counts later. */
const shifted = prepared<{ date: string; branch: string }, Totals>((db, param) => {
  const counts = sql<boolean>`value_date <= ${param('date')}`
  const isBooked = sql<boolean>`booking_date <= ${param('date')}`
  return db
    .selectFrom('value_dated')
    .select([
      'account',
      'currency',
      sql<bigint>`sum(CASE WHEN ${counts} THEN debit_minor ELSE -debit_minor END)`.as('debit_minor'),
      sql<bigint>`sum(CASE WHEN ${counts} THEN credit_minor ELSE -credit_minor END)`.as('credit_minor'),
    ])
    .where(sql<boolean>`(${counts}) <> (${isBooked})`)
    .where(sql<boolean>`(${param('branch')} = '' OR branch = ${param('branch')})`)
    .groupBy(['account', 'currency'])
})

/** Every ledger account that ever moved, by account and currency, with its turnover to this day. */
export const ledgerTotals = (db: Database): readonly LedgerTotals[] => now.all(db, {})

/** The same as booked, or as counted, up to a day, inclusive, in one branch or all; accounts that had not moved are left out. Rule: Q1. */
export function ledgerTotalsAsOf(
  db: Database,
  date: BusinessDate,
  basis: DateBasis,
  branch = '',
): readonly LedgerTotals[] {
  const totals = new Map<string, LedgerTotals>()
  const parts = [...booked.all(db, { date, branch }), ...(basis === 'value' ? shifted.all(db, { date, branch }) : [])]
  for (const part of parts) {
    const name = `${part.account}/${part.currency}`
    const { debitMinor, creditMinor } = totals.get(name) ?? { debitMinor: 0n, creditMinor: 0n }
    totals.set(name, {
      ...part,
      debitMinor: debitMinor + part.debitMinor,
      creditMinor: creditMinor + part.creditMinor,
    })
  }
  return [...totals.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, total]) => total)
    .filter(({ debitMinor, creditMinor }) => debitMinor !== 0n || creditMinor !== 0n)
}
