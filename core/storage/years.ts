import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { present } from '../assert.ts'
import { type BusinessDate, businessDate } from '../calendar/business-date.ts'
import type { DateBasis } from '../journal/date-basis.ts'
import type { JournalRecord } from '../journal/record.ts'
import type { Chart } from '../ledger/chart.ts'
import type { Earned } from '../periods/close-year.ts'
import { type LedgerTotals, ledgerTotalsAsOf, type Totals } from './ledger-as-of.ts'
import { recordByPosition } from './records.ts'
import { prepared } from './run.ts'
import { currencyOf } from './savings-accounts.ts'
import type { Tables } from './tables.ts'

const standing = prepared<Record<never, never>, Tables['year_closing']>(db =>
  db.selectFrom('year_closing').selectAll().where('reopened_position', 'is', null).orderBy('position', 'desc'),
)
const closingLines = prepared<{ from: string; to: string; basis: string; branch: string; before: string }, Totals>(
  (db, param) =>
    db
      .selectFrom('year_closing as y')
      .innerJoin('line as l', join =>
        join.on(eb =>
          eb.or([eb('l.position', '=', eb.ref('y.position')), eb('l.position', '=', eb.ref('y.reopened_position'))]),
        ),
      )
      .select([
        'l.account',
        'l.currency',
        sql<bigint>`sum(max(l.amount_minor, 0))`.as('debit_minor'),
        sql<bigint>`sum(max(-l.amount_minor, 0))`.as('credit_minor'),
      ])
      .where(
        sql<boolean>`CASE ${param('basis')} WHEN 'value' THEN l.value_date ELSE l.booking_date END
        BETWEEN ${param('from')} AND ${param('to')}`,
      )
      .where('l.value_date', '<', param('before'))
      .where(eb => eb.or([eb(param('branch'), '=', ''), eb('y.branch_id', '=', param('branch'))]))
      .groupBy(['l.account', 'l.currency']),
)

/** The closings of years that nobody has undone, newest first. */
export const standingClosings = (db: Database) => standing.all(db, {})

/** The record of the newest closing of a year in a branch that stands. */
export function closingOf(db: Database, year: number, branchId: string): JournalRecord | null {
  const closing = standingClosings(db).find(one => one.year === year && one.branchId === branchId)
  return closing ? present(recordByPosition(db, closing.position), 'a closing is a record').record : null
}

const lastDay = businessDate('2199-12-31')

export interface Span {
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly basis: DateBasis
  /** All branches when left out. */
  readonly branchId?: string | undefined
  /** Only what counts from days before this one: closings of earlier years. */
  readonly before?: BusinessDate
}

/** What the closings of years carried in a span of days, by either date, with what undid them: a report of income leaves it out. Rule: G14. */
export const carriedByClosings = (
  db: Database,
  { from, to, basis, branchId = '', before = lastDay }: Span,
): readonly LedgerTotals[] => closingLines.all(db, { from, to, basis, branch: branchId, before })

/** What a branch's accounts of income and expenses have at the end of a day, by the days from which things count. */
export function earnedAt(db: Database, chart: Chart, at: { date: BusinessDate; branchId: string }): readonly Earned[] {
  return ledgerTotalsAsOf(db, at.date, 'value', at.branchId).flatMap(
    ({ account, currency, debitMinor, creditMinor }) => {
      const type = chart.get(account)?.type
      if ((type !== 'income' && type !== 'expense') || debitMinor === creditMinor) return []
      return [{ account, currency: currencyOf(currency), rawMinor: debitMinor - creditMinor }]
    },
  )
}
