import type { Database } from 'better-sqlite3'
import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely'
import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { ageingBuckets } from '../loan-life/arrears.ts'
import { lastDay } from './loan-days.ts'
import { prepared } from './run.ts'
import type { Tables } from './tables.ts'

/** What the loans of a portfolio are told apart by. */
export const portfolioWays = ['product', 'officer', 'branch', 'cohort'] as const
export type PortfolioWay = (typeof portfolioWays)[number]

/** Of which loans; what is left out counts for all. `cohort`: the month in which they were paid out. */
export interface PortfolioOf {
  readonly branchId?: string | undefined
  readonly officer?: string | undefined
  readonly productId?: string | undefined
  readonly cohort?: string | undefined
  readonly currency?: string | undefined
}

type Of = { readonly [K in keyof Required<PortfolioOf>]: string | null }
type FromDays = Exclude<(typeof ageingBuckets)[number]['fromDays'], 0>
type Days = { readonly [K in `since${FromDays}`]: string }
type OnDay = Of & { readonly asOf: string }
type Aged = OnDay & Days

type Param<P> = <K extends keyof P & string>(name: K) => Expression<P[K]>

const boundOf = ({ branchId, officer, productId, cohort, currency }: PortfolioOf): Of => ({
  branchId: branchId ?? null,
  officer: officer ?? null,
  productId: productId ?? null,
  cohort: cohort ?? null,
  currency: currency ?? null,
})

/** A loan that fell due on this day or before it is at least so many days past due. */
const daysBound = (asOf: BusinessDate): Days => ({
  since1: addDays(asOf, -1),
  since31: addDays(asOf, -31),
  since61: addDays(asOf, -61),
  since91: addDays(asOf, -91),
  since181: addDays(asOf, -181),
  since366: addDays(asOf, -366),
})

const late = ageingBuckets.flatMap(({ fromDays }) => (fromDays === 0 ? [] : [fromDays])).toReversed()

/** From how many days past due on its bucket begins. */
const bucketFrom = (param: Param<Days>): RawBuilder<number> =>
  sql<number>`case ${sql.join(
    late.map(
      fromDays => sql`when loan_standing.oldest_due_on <= ${param(`since${fromDays}`)} then ${sql.lit(fromDays)}`,
    ),
    sql` `,
  )} else 0 end`

const keyBy = {
  product: sql<string>`loan.product_id`,
  officer: sql<string>`loan.officer`,
  branch: sql<string>`loan.branch_id`,
  cohort: sql<string>`loan_standing.cohort`,
} as const satisfies Readonly<Record<PortfolioWay, RawBuilder<string>>>

/** The loans as they stood on a day: those that were paid out by then. */
const onDay = (db: Kysely<Tables>, param: Param<OnDay>) =>
  db
    .selectFrom('loan_standing')
    .innerJoin('loan', 'loan.loan_id', 'loan_standing.loan_id')
    .where('loan_standing.until_on', '>', param('asOf'))
    .where('loan_standing.from_on', '<=', param('asOf'))
    .where(sql<boolean>`(${param('branchId')} is null or loan.branch_id = ${param('branchId')})`)
    .where(sql<boolean>`(${param('officer')} is null or loan.officer = ${param('officer')})`)
    .where(sql<boolean>`(${param('productId')} is null or loan.product_id = ${param('productId')})`)
    .where(sql<boolean>`(${param('cohort')} is null or loan_standing.cohort = ${param('cohort')})`)
    .where(sql<boolean>`(${param('currency')} is null or loan.currency = ${param('currency')})`)

const isRestructured = sql<number>`max(loan_standing.rescheduled, loan_standing.refinances)`

export interface AgedLoans {
  key: string
  currency: string
  status: string
  from_days: number
  restructured: number
  loans: number
  principal_minor: bigint
  written_off_minor: bigint
  recovered_minor: bigint
}

const agedBy = (way: PortfolioWay) =>
  prepared<Aged, AgedLoans>((db, param) =>
    onDay(db, param)
      .select(eb => [
        keyBy[way].as('key'),
        'loan.currency',
        'loan_standing.status',
        bucketFrom(param).as('from_days'),
        isRestructured.as('restructured'),
        eb.fn.countAll<number>().as('loans'),
        eb.fn.sum<bigint>('loan_standing.principal_minor').as('principal_minor'),
        eb.fn.sum<bigint>('loan_standing.written_off_minor').as('written_off_minor'),
        eb.fn.sum<bigint>('loan_standing.recovered_minor').as('recovered_minor'),
      ])
      .where('loan_standing.status', 'in', ['active', 'written-off'])
      .groupBy(['key', 'loan.currency', 'loan_standing.status', 'from_days', 'restructured']),
  )

const aged = {
  product: agedBy('product'),
  officer: agedBy('officer'),
  branch: agedBy('branch'),
  cohort: agedBy('cohort'),
} as const

/** The loans of a day, summed by what they are told apart by, currency, bucket, and whether they were restructured. Rules: L58, L59. */
export const agedLoans = (db: Database, way: PortfolioWay, asOf: BusinessDate, of: PortfolioOf) =>
  aged[way].all(db, { ...boundOf(of), ...daysBound(asOf), asOf })

const arrearsBy = (way: PortfolioWay) =>
  prepared<OnDay & { lastDay: string }, { key: string; currency: string; arrears_minor: bigint }>((db, param) =>
    onDay(db, param)
      .innerJoin('loan_installment', 'loan_installment.loan_id', 'loan_standing.loan_id')
      .select(eb => [
        keyBy[way].as('key'),
        'loan.currency',
        eb.fn.sum<bigint>('loan_installment.outstanding_minor').as('arrears_minor'),
      ])
      .where('loan_standing.until_on', '=', param('lastDay'))
      .where('loan_standing.status', '=', 'active')
      .where('loan_standing.oldest_due_on', '<', param('asOf'))
      .where('loan_installment.due_on', '<', param('asOf'))
      .where('loan_installment.outstanding_minor', '>', 0n)
      .groupBy(['key', 'loan.currency']),
  )
const arrears = {
  product: arrearsBy('product'),
  officer: arrearsBy('officer'),
  branch: arrearsBy('branch'),
  cohort: arrearsBy('cohort'),
} as const

/** What was due before a day and is unpaid, of the loans that nothing befell since. */
export const arrearsOfPlans = (db: Database, way: PortfolioWay, asOf: BusinessDate, of: PortfolioOf) =>
  arrears[way].all(db, { ...boundOf(of), asOf, lastDay })

const changedBy = (way: PortfolioWay) =>
  prepared<OnDay & { lastDay: string }, { key: string; currency: string; loan_id: string }>((db, param) =>
    onDay(db, param)
      .select([keyBy[way].as('key'), 'loan.currency', 'loan.loan_id'])
      .where('loan_standing.until_on', '<', param('lastDay'))
      .where('loan_standing.status', '=', 'active')
      .where('loan_standing.oldest_due_on', '<', param('asOf')),
  )
const changed = {
  product: changedBy('product'),
  officer: changedBy('officer'),
  branch: changedBy('branch'),
  cohort: changedBy('cohort'),
} as const

/** The loans that were late on a day and that something befell since: how their plan stood then is only known by a replay. */
export const lateAndChanged = (db: Database, way: PortfolioWay, asOf: BusinessDate, of: PortfolioOf) =>
  changed[way].all(db, { ...boundOf(of), asOf, lastDay })
