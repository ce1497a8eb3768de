import { type Expression, type RawBuilder, sql } from 'kysely'
import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { ageingBuckets } from '../loan-life/arrears.ts'

/** What the loans of a portfolio are told apart by. */
export const portfolioWays = ['product', 'officer', 'branch', 'group', 'cohort'] as const
export type PortfolioWay = (typeof portfolioWays)[number]

/** Of which loans; what is left out counts for all. `cohort`: the month in which they were paid out. */
export interface PortfolioOf {
  readonly branchId?: string | undefined
  readonly officer?: string | undefined
  readonly productId?: string | undefined
  readonly groupId?: string | undefined
  readonly cohort?: string | undefined
  readonly currency?: string | undefined
}

/** A statement is compiled once, so what is left out is null in it. */
export type Of = { readonly [K in keyof Required<PortfolioOf>]: string | null }
export type OnDay = Of & { readonly asOf: string }

export type Param<P> = <K extends keyof P & string>(name: K) => Expression<P[K]>

export const boundOf = ({ branchId, officer, productId, groupId, cohort, currency }: PortfolioOf): Of => ({
  branchId: branchId ?? null,
  officer: officer ?? null,
  productId: productId ?? null,
  groupId: groupId ?? null,
  cohort: cohort ?? null,
  currency: currency ?? null,
})

/** The loan of a standing, where it is one of those that are asked about. */
export const isAskedFor = (param: Param<Of>): RawBuilder<boolean> =>
  sql<boolean>`loan.loan_id = loan_standing.loan_id and ${sql.join(
    [
      sql`(${param('branchId')} is null or loan.branch_id = ${param('branchId')})`,
      sql`(${param('officer')} is null or loan.officer = ${param('officer')})`,
      sql`(${param('productId')} is null or loan.product_id = ${param('productId')})`,
      sql`(${param('groupId')} is null or loan.group_id = ${param('groupId')})`,
      sql`(${param('cohort')} is null or loan_standing.cohort = ${param('cohort')})`,
      sql`(${param('currency')} is null or loan.currency = ${param('currency')})`,
    ],
    sql` and `,
  )}`

/** A standing that stood on the day: a loan that was paid out by then, as it was known to be. */
export const stoodOn = (param: Param<OnDay>): RawBuilder<boolean> =>
  sql<boolean>`loan_standing.until_on > ${param('asOf')} and loan_standing.from_on <= ${param('asOf')}`

export const keyBy = {
  product: sql<string>`loan.product_id`,
  officer: sql<string>`loan.officer`,
  branch: sql<string>`loan.branch_id`,
  /** Empty for the loans of no group. */
  group: sql<string>`coalesce(loan.group_id, '')`,
  cohort: sql<string>`loan_standing.cohort`,
} as const satisfies Readonly<Record<PortfolioWay, RawBuilder<string>>>

/** One statement for each of the ways. */
export const byWay = <T>(make: (way: PortfolioWay) => T): Readonly<Record<PortfolioWay, T>> => ({
  product: make('product'),
  officer: make('officer'),
  branch: make('branch'),
  group: make('group'),
  cohort: make('cohort'),
})

type FromDays = Exclude<(typeof ageingBuckets)[number]['fromDays'], 0>
export type Days = { readonly [K in `since${FromDays}`]: string }

/** A loan that fell due on this day or before it is at least so many days past due. */
export const daysBound = (asOf: BusinessDate): Days => ({
  since1: addDays(asOf, -1),
  since31: addDays(asOf, -31),
  since61: addDays(asOf, -61),
  since91: addDays(asOf, -91),
  since181: addDays(asOf, -181),
  since366: addDays(asOf, -366),
})

const late = ageingBuckets.flatMap(({ fromDays }) => (fromDays === 0 ? [] : [fromDays])).toReversed()

/** From how many days past due on its bucket begins. */
export const bucketFrom = (param: Param<Days>): RawBuilder<number> =>
  sql<number>`case ${sql.join(
    late.map(
      fromDays => sql`when loan_standing.oldest_due_on <= ${param(`since${fromDays}`)} then ${sql.lit(fromDays)}`,
    ),
    sql` `,
  )} else 0 end`

export const isRestructured = sql<number>`max(loan_standing.rescheduled, loan_standing.refinances)`
