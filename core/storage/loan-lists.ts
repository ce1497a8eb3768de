import type { Database } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { prepared } from './run.ts'
import type { LoanTable } from './tables/loan-tables.ts'
import type { Tables } from './tables.ts'

export interface ListedLoan extends LoanTable {
  client_name: string
  client_number: string
  officer_name: string | null
  product_body: string
  refinances_number: string | null
  refinanced_by_number: string | null
}

/** Loans with the names beside them, for a list. */
export const listedLoans = (db: Kysely<Tables>) =>
  db
    .selectFrom('loan as l')
    .innerJoin('client as c', 'c.client_id', 'l.client_id')
    .innerJoin('product as p', join =>
      join.onRef('p.product_id', '=', 'l.product_id').onRef('p.version', '=', 'l.product_version'),
    )
    .leftJoin('staff', 'staff.staff_id', 'l.officer')
    .leftJoin('loan as before', 'before.loan_id', 'l.refinances')
    .leftJoin('loan as next', 'next.loan_id', 'l.refinanced_by')
    .selectAll('l')
    .select([
      'c.name as client_name',
      'c.number as client_number',
      'staff.name as officer_name',
      'p.body as product_body',
      'before.number as refinances_number',
      'next.number as refinanced_by_number',
    ])

const listedBy = (column: 'l.client_id' | 'l.group_id' | 'l.officer' | 'l.status' | 'l.loan_id') =>
  prepared<{ value: string; limit: number }, ListedLoan>((db, param) =>
    listedLoans(db).where(column, '=', param('value')).orderBy('l.drafted_position', 'desc').limit(param('limit')),
  )

const lists = {
  client: listedBy('l.client_id'),
  group: listedBy('l.group_id'),
  officer: listedBy('l.officer'),
  state: listedBy('l.status'),
} as const
const byId = listedBy('l.loan_id')

/** The loans of a client, of a group, of an officer, or in a state, the newest first. */
export const loansBy = (db: Database, by: keyof typeof lists, value: string, limit: number) =>
  lists[by].all(db, { value, limit })

export const listedLoan = (db: Database, loanId: string) => byId.get(db, { value: loanId, limit: 1 }) ?? null
