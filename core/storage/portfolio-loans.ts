import type { Database } from 'better-sqlite3'
import { type RawBuilder, sql } from 'kysely'
import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { lastDay } from './loan-days.ts'
import {
  boundOf,
  isAskedFor,
  isRestructured,
  type OnDay,
  type Param,
  type PortfolioOf,
  stoodOn,
} from './portfolio-of.ts'
import { prepared } from './run.ts'

/** Which of the loans of a day: each figure of the portfolio is made of some. */
export interface PortfolioWhich {
  readonly status: 'active' | 'written-off'
  /** At least so many days past due, and fewer than so many. */
  readonly fromDays: number
  readonly belowDays: number | null
  readonly isRestructured: boolean
  /** With an installment that falls due then, as the plan is known now, and is not met. */
  readonly due: { readonly from: BusinessDate; readonly to: BusinessDate } | null
}

type Which = OnDay & {
  readonly status: string
  readonly lateSince: string | null
  readonly laterThan: string | null
  readonly restructured: number
  readonly dueFrom: string | null
  readonly dueTo: string | null
}

const isOne = (param: Param<Which>): RawBuilder<boolean> =>
  sql<boolean>`${sql.join(
    [
      stoodOn(param),
      isAskedFor(param),
      sql`loan_standing.status = ${param('status')}`,
      sql`(${param('lateSince')} is null or loan_standing.oldest_due_on <= ${param('lateSince')})`,
      sql`(${param('laterThan')} is null or loan_standing.oldest_due_on is null or loan_standing.oldest_due_on > ${param('laterThan')})`,
      sql`${isRestructured} >= ${param('restructured')}`,
      sql`(${param('dueFrom')} is null or exists (select 1 from loan_installment i where i.loan_id = loan_standing.loan_id
        and i.due_on >= ${param('dueFrom')} and i.due_on <= ${param('dueTo')} and i.outstanding_minor > 0))`,
    ],
    sql` and `,
  )}`

export interface PortfolioLoan {
  loan_id: string
  oldest_due_on: string | null
  until_on: string
  restructured: number
  principal_minor: bigint
  written_off_minor: bigint
  recovered_minor: bigint
}

const page = prepared<Which & { limit: number; offset: number }, PortfolioLoan>((db, param) =>
  db
    .selectFrom('loan_standing')
    .crossJoin('loan')
    .where(isOne(param))
    .select([
      'loan_standing.loan_id',
      'loan_standing.oldest_due_on',
      'loan_standing.until_on',
      isRestructured.as('restructured'),
      'loan_standing.principal_minor',
      'loan_standing.written_off_minor',
      'loan_standing.recovered_minor',
    ])
    .orderBy(sql`loan_standing.oldest_due_on is null`)
    .orderBy('loan_standing.oldest_due_on')
    .orderBy('loan_standing.loan_id')
    .limit(param('limit'))
    .offset(param('offset')),
)
const summed = prepared<Which, { currency: string; loans: number; principal_minor: bigint }>((db, param) =>
  db
    .selectFrom('loan_standing')
    .crossJoin('loan')
    .where(isOne(param))
    .select(eb => [
      'loan.currency',
      eb.fn.countAll<number>().as('loans'),
      eb.fn.sum<bigint>('loan_standing.principal_minor').as('principal_minor'),
    ])
    .groupBy('loan.currency')
    .orderBy('loan.currency'),
)

const boundWhich = (asOf: BusinessDate, of: PortfolioOf, which: PortfolioWhich): Which => ({
  ...boundOf(of),
  asOf,
  status: which.status,
  lateSince: which.fromDays > 0 ? addDays(asOf, -which.fromDays) : null,
  laterThan: which.belowDays === null ? null : addDays(asOf, -which.belowDays),
  restructured: which.isRestructured ? 1 : 0,
  dueFrom: which.due?.from ?? null,
  dueTo: which.due?.to ?? null,
})

/** Some of the loans of a day, the longest past due first. */
export const loansOfPortfolio = (
  db: Database,
  asOf: BusinessDate,
  of: PortfolioOf,
  which: PortfolioWhich,
  { limit, offset }: { readonly limit: number; readonly offset: number },
) => page.all(db, { ...boundWhich(asOf, of, which), limit, offset })

/** How many they are in all, and their principal, in each currency. */
export const sumOfPortfolio = (db: Database, asOf: BusinessDate, of: PortfolioOf, which: PortfolioWhich) =>
  summed.all(db, boundWhich(asOf, of, which))

const unpaid = prepared<{ loanId: string; asOf: string }, { arrears_minor: bigint }>((db, param) =>
  db
    .selectFrom('loan_installment')
    .select(eb => eb.fn.coalesce(eb.fn.sum<bigint>('outstanding_minor'), eb.val(0n)).as('arrears_minor'))
    .where('loan_id', '=', param('loanId'))
    .where('due_on', '<', param('asOf')),
)

/** What was due before a day and is unpaid by the plan as it is kept; null of a loan that something befell since. */
export const arrearsOfLoan = (
  db: Database,
  { loanId, untilOn }: { readonly loanId: string; readonly untilOn: string },
  asOf: BusinessDate,
): bigint | null => (untilOn === lastDay ? (unpaid.get(db, { loanId, asOf })?.arrearsMinor ?? 0n) : null)
