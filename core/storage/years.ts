import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { present } from '../assert.ts'
import { type BusinessDate, lastDayEver } from '../calendar/business-date.ts'
import type { DateBasis } from '../journal/date-basis.ts'
import type { JournalRecord } from '../journal/record.ts'
import type { Chart } from '../ledger/chart.ts'
import type { Earned } from '../periods/close-year.ts'
import { branchTotalsAsOf, type LedgerTotals, ledgerTotalsAsOf, type Totals } from './ledger-as-of.ts'
import { recordByPosition } from './records.ts'
import { prepared } from './run.ts'
import { currencyOf } from './savings-accounts.ts'
import type { YearClosingTable } from './tables/ledger-tables.ts'

const standing = prepared<Record<never, never>, YearClosingTable & { log_id: string; seq: number }>(db =>
  db
    .selectFrom('year_closing')
    .innerJoin('record', 'record.position', 'year_closing.position')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .selectAll('year_closing')
    .select(['log.log_id', 'record.seq'])
    .where('reopened_position', 'is', null)
    .orderBy('year_closing.position', 'desc'),
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

/** The closings of years that nobody has undone, newest first, each with its record. */
export const standingClosings = (db: Database) => standing.all(db, {})

/** The record of the newest closing of a year in a branch that stands. */
export function closingOf(db: Database, year: number, branchId: string): JournalRecord | null {
  const closing = standingClosings(db).find(one => one.year === year && one.branchId === branchId)
  return closing ? present(recordByPosition(db, closing.position), 'a closing is a record').record : null
}

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
  { from, to, basis, branchId = '', before = lastDayEver }: Span,
): readonly LedgerTotals[] => closingLines.all(db, { from, to, basis, branch: branchId, before })

/** What a branch's accounts of income and expenses have at the end of a day, by the days from which things count. */
export const earnedAt = (db: Database, chart: Chart, at: { date: BusinessDate; branchId: string }): readonly Earned[] =>
  earnedOf(chart, ledgerTotalsAsOf(db, { ...at, basis: 'value' }))

/** The same of every branch that has any. */
export function earnedByBranch(db: Database, chart: Chart, date: BusinessDate): ReadonlyMap<string, readonly Earned[]> {
  const totals = new Map<string, LedgerTotals[]>()
  for (const { branchId, ...total } of branchTotalsAsOf(db, { date, basis: 'value' }))
    totals.set(branchId, [...(totals.get(branchId) ?? []), total])
  return new Map([...totals].map(([branchId, own]) => [branchId, earnedOf(chart, own)]))
}

const earnedOf = (chart: Chart, totals: readonly LedgerTotals[]): readonly Earned[] =>
  totals.flatMap(({ account, currency, debitMinor, creditMinor }) => {
    const type = chart.get(account)?.type
    if ((type !== 'income' && type !== 'expense') || debitMinor === creditMinor) return []
    return [{ account, currency: currencyOf(currency), rawMinor: debitMinor - creditMinor }]
  })
