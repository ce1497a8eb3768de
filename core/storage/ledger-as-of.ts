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

type Asked = { readonly date: string; readonly branch: string; readonly account: string }
type BranchTotals = Totals & { of_branch: string }

/** How the totals are cut: of every account or of one, all branches together or each apart. */
interface Cut {
  readonly isOfOne: boolean
  readonly isByBranch: boolean
}

const ofBranch = ({ isByBranch }: Cut) => (isByBranch ? sql<string>`branch` : sql<string>`''`).as('of_branch')

/** Of each account the newest counters that are not after the day: one look into the index an account and branch. */
const booked = (cut: Cut) =>
  prepared<Asked, BranchTotals>((db, param) => {
    const isMeant = (branch: 'branch' | 'b.branch') =>
      sql<boolean>`(${param('branch')} = '' OR ${sql.ref(branch)} = ${param('branch')})`
    return db
      .selectFrom(
        db
          .selectFrom('balance')
          .select(['account', 'currency', 'branch', 'debit_minor', 'credit_minor'])
          .where('sub_account', '=', '')
          .$if(cut.isOfOne, query => query.where('account', '=', param('account')))
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
              .select(['d.account', 'd.currency', 'd.branch', 'd.debit_minor', 'd.credit_minor'])
              .where('b.sub_account', '=', '')
              .$if(cut.isOfOne, query => query.where('b.account', '=', param('account')))
              .where('b.moved_on', '>', param('date'))
              .where(isMeant('b.branch')),
          )
          .as('counter'),
      )
      .select(eb => [
        'account',
        'currency',
        ofBranch(cut),
        eb.fn.sum<bigint>('debit_minor').as('debit_minor'),
        eb.fn.sum<bigint>('credit_minor').as('credit_minor'),
      ])
      .groupBy(['account', 'currency', 'of_branch'])
  })

/** What counts by the day although it was booked later, less what was booked by the day and counts later. */
const shifted = (cut: Cut) =>
  prepared<Asked, BranchTotals>((db, param) => {
    const counts = sql<boolean>`value_date <= ${param('date')}`
    const isBooked = sql<boolean>`booking_date <= ${param('date')}`
    return db
      .selectFrom('value_dated')
      .select([
        'account',
        'currency',
        ofBranch(cut),
        sql<bigint>`sum(CASE WHEN ${counts} THEN debit_minor ELSE -debit_minor END)`.as('debit_minor'),
        sql<bigint>`sum(CASE WHEN ${counts} THEN credit_minor ELSE -credit_minor END)`.as('credit_minor'),
      ])
      .$if(cut.isOfOne, query => query.where('account', '=', param('account')))
      .where(sql<boolean>`(${counts}) <> (${isBooked})`)
      .where(sql<boolean>`(${param('branch')} = '' OR branch = ${param('branch')})`)
      .groupBy(['account', 'currency', 'of_branch'])
  })

const statements = (cut: Cut) => ({ booked: booked(cut), shifted: shifted(cut) })
const together = statements({ isOfOne: false, isByBranch: false })
const togetherOfOne = statements({ isOfOne: true, isByBranch: false })
const apart = statements({ isOfOne: false, isByBranch: true })
const apartOfOne = statements({ isOfOne: true, isByBranch: true })

/** Every ledger account that ever moved, by account and currency, with its turnover to this day. */
export const ledgerTotals = (db: Database): readonly LedgerTotals[] => now.all(db, {})

export interface TotalsAt {
  readonly date: BusinessDate
  readonly basis: DateBasis
  /** All branches when left out. */
  readonly branchId?: string | undefined
  /** Every account when left out. */
  readonly account?: string | undefined
}

/** The same as booked, or as counted, up to a day, inclusive, in one branch or all; accounts that had not moved are left out. Rule: Q1. */
export const ledgerTotalsAsOf = (db: Database, at: TotalsAt): readonly LedgerTotals[] =>
  summed(db, at.account === undefined ? together : togetherOfOne, at).map(({ ofBranch: _, ...total }) => total)

/** The same of each branch apart, read at once however many branches there are. */
export const branchTotalsAsOf = (
  db: Database,
  at: Omit<TotalsAt, 'branchId'>,
): readonly (LedgerTotals & { readonly branchId: string })[] =>
  summed(db, at.account === undefined ? apart : apartOfOne, at).map(({ ofBranch: branchId, ...total }) => ({
    ...total,
    branchId,
  }))

function summed(
  db: Database,
  statement: ReturnType<typeof statements>,
  { date, basis, branchId = '', account = '' }: TotalsAt,
): readonly Row<BranchTotals>[] {
  const asked = { date, branch: branchId, account }
  const totals = new Map<string, Row<BranchTotals>>()
  const parts = [...statement.booked.all(db, asked), ...(basis === 'value' ? statement.shifted.all(db, asked) : [])]
  for (const part of parts) {
    const name = `${part.account}/${part.currency}/${part.ofBranch}`
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
