import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import { lastDay } from './loan-days.ts'
import {
  boundOf,
  byWay,
  isAskedFor,
  keyBy,
  type Of,
  type OnDay,
  type PortfolioOf,
  type PortfolioWay,
  stoodOn,
} from './portfolio-of.ts'
import { prepared } from './run.ts'

export interface TurnoverByDay {
  key: string
  currency: string
  /** Outstanding on the day. */
  principal_minor: bigint
  /** All there ever was until the end of it. */
  paid_out_minor: bigint
  collected_minor: bigint
  income_minor: bigint
  written_off_minor: bigint
  recovered_minor: bigint
}

const turnover = byWay(way =>
  prepared<OnDay, TurnoverByDay>((db, param) =>
    db
      .selectFrom('loan_standing')
      .crossJoin('loan')
      .where(stoodOn(param))
      .where(isAskedFor(param))
      .select(eb => [
        keyBy[way].as('key'),
        'loan.currency',
        eb.fn.sum<bigint>('loan_standing.principal_minor').as('principal_minor'),
        eb.fn.sum<bigint>('loan_standing.paid_out_minor').as('paid_out_minor'),
        eb.fn.sum<bigint>('loan_standing.collected_minor').as('collected_minor'),
        eb.fn.sum<bigint>('loan_standing.income_minor').as('income_minor'),
        eb.fn.sum<bigint>('loan_standing.written_off_minor').as('written_off_minor'),
        eb.fn.sum<bigint>('loan_standing.recovered_minor').as('recovered_minor'),
      ])
      .groupBy(['key', 'loan.currency']),
  ),
)

/** What the loans had come to by the end of a day: what lies between two days is what a period brought. Rule: L60. */
export const turnoverBy = (db: Database, way: PortfolioWay, asOf: BusinessDate, of: PortfolioOf) =>
  turnover[way].all(db, { ...boundOf(of), asOf })

type Between = Of & { readonly from: string; readonly to: string; readonly lastDay: string }

export interface FellDue {
  key: string
  currency: string
  due_minor: bigint
  on_time_minor: bigint
}

const fellDue = byWay(way =>
  prepared<Between, FellDue>((db, param) =>
    db
      .selectFrom('loan_installment')
      .crossJoin('loan_standing')
      .crossJoin('loan')
      .where('loan_installment.due_on', '>=', param('from'))
      .where('loan_installment.due_on', '<=', param('to'))
      .whereRef('loan_standing.loan_id', '=', 'loan_installment.loan_id')
      .where('loan_standing.until_on', '=', param('lastDay'))
      .where(isAskedFor(param))
      .select(eb => {
        const due = eb(
          eb('loan_installment.principal_minor', '+', eb.ref('loan_installment.interest_minor')),
          '+',
          eb.ref('loan_installment.fees_minor'),
        )
        const inTime = eb
          .case()
          .when('loan_installment.met_on', '<=', eb.ref('loan_installment.due_on'))
          .then(due)
          .else(0n)
          .end()
        return [
          keyBy[way].as('key'),
          'loan.currency',
          eb.fn.sum<bigint>(due).as('due_minor'),
          eb.fn.sum<bigint>(inTime).as('on_time_minor'),
        ]
      })
      .groupBy(['key', 'loan.currency']),
  ),
)

/** What fell due between two days, both counted, by the plans as they are known now, and how much of it was met by its day. Rule: L60. */
export const fellDueBetween = (
  db: Database,
  way: PortfolioWay,
  { from, to }: { readonly from: BusinessDate; readonly to: BusinessDate },
  of: PortfolioOf,
) => fellDue[way].all(db, { ...boundOf(of), from, to, lastDay })

const toCome = prepared<Between, { due_on: string; currency: string; installments: number; outstanding_minor: bigint }>(
  (db, param) =>
    db
      .selectFrom('loan_installment')
      .crossJoin('loan_standing')
      .crossJoin('loan')
      .where('loan_installment.due_on', '>=', param('from'))
      .where('loan_installment.due_on', '<=', param('to'))
      .where('loan_installment.outstanding_minor', '>', 0n)
      .whereRef('loan_standing.loan_id', '=', 'loan_installment.loan_id')
      .where('loan_standing.until_on', '=', param('lastDay'))
      .where(isAskedFor(param))
      .select(eb => [
        'loan_installment.due_on',
        'loan.currency',
        eb.fn.countAll<number>().as('installments'),
        eb.fn.sum<bigint>('loan_installment.outstanding_minor').as('outstanding_minor'),
      ])
      .groupBy(['loan_installment.due_on', 'loan.currency'])
      .orderBy('loan_installment.due_on'),
)

/** What is still outstanding of the installments that fall due between two days, day by day. */
export const dueByDay = (
  db: Database,
  { from, to }: { readonly from: BusinessDate; readonly to: BusinessDate },
  of: PortfolioOf,
) => toCome.all(db, { ...boundOf(of), from, to, lastDay })
