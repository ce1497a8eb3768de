import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import { lastDay } from './loan-days.ts'
import {
  boundOf,
  bucketFrom,
  byWay,
  type Days,
  daysBound,
  isAskedFor,
  isRestructured,
  keyBy,
  type OnDay,
  type PortfolioOf,
  type PortfolioWay,
  stoodOn,
} from './portfolio-of.ts'
import { prepared } from './run.ts'

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

/** Joined crosswise, that is in the order in which they are named: standings by their own index first, whatever SQLite thinks of the rest. */
const aged = byWay(way =>
  prepared<OnDay & Days, AgedLoans>((db, param) =>
    db
      .selectFrom('loan_standing')
      .crossJoin('loan')
      .where(stoodOn(param))
      .where(isAskedFor(param))
      .where('loan_standing.status', 'in', ['active', 'written-off'])
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
      .groupBy(['key', 'loan.currency', 'loan_standing.status', 'from_days', 'restructured']),
  ),
)

/** The loans of a day, summed by what they are told apart by, currency, bucket, and whether they were restructured. Rules: L58, L59. */
export const agedLoans = (db: Database, way: PortfolioWay, asOf: BusinessDate, of: PortfolioOf) =>
  aged[way].all(db, { ...boundOf(of), ...daysBound(asOf), asOf })

const arrears = byWay(way =>
  prepared<OnDay & { lastDay: string }, { key: string; currency: string; arrears_minor: bigint }>((db, param) =>
    db
      .selectFrom('loan_installment')
      .crossJoin('loan_standing')
      .crossJoin('loan')
      .where('loan_installment.due_on', '<', param('asOf'))
      .where('loan_installment.outstanding_minor', '>', 0n)
      .whereRef('loan_standing.loan_id', '=', 'loan_installment.loan_id')
      .where('loan_standing.until_on', '=', param('lastDay'))
      .where('loan_standing.from_on', '<=', param('asOf'))
      .where('loan_standing.status', '=', 'active')
      .where(isAskedFor(param))
      .select(eb => [
        keyBy[way].as('key'),
        'loan.currency',
        eb.fn.sum<bigint>('loan_installment.outstanding_minor').as('arrears_minor'),
      ])
      .groupBy(['key', 'loan.currency']),
  ),
)

/** What was due before a day and is unpaid, of the loans that nothing befell since. */
export const arrearsOfPlans = (db: Database, way: PortfolioWay, asOf: BusinessDate, of: PortfolioOf) =>
  arrears[way].all(db, { ...boundOf(of), asOf, lastDay })

const changed = byWay(way =>
  prepared<OnDay & { lastDay: string }, { key: string; currency: string; loan_id: string }>((db, param) =>
    db
      .selectFrom('loan_standing')
      .crossJoin('loan')
      .where(stoodOn(param))
      .where(isAskedFor(param))
      .where('loan_standing.until_on', '<', param('lastDay'))
      .where('loan_standing.status', '=', 'active')
      .where('loan_standing.oldest_due_on', '<', param('asOf'))
      .select([keyBy[way].as('key'), 'loan.currency', 'loan.loan_id']),
  ),
)

/** The loans that were late on a day and that something befell since: how their plan stood then is only known by a replay. */
export const lateAndChanged = (db: Database, way: PortfolioWay, asOf: BusinessDate, of: PortfolioOf) =>
  changed[way].all(db, { ...boundOf(of), asOf, lastDay })
