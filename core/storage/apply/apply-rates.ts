import type { Database } from 'better-sqlite3'
import { ratePublished } from '../../foreign-exchange/exchange-records.ts'
import { positionRevalued } from '../../foreign-exchange/revalue-position.ts'
import { prepared, type Row } from '../run.ts'
import type { ExchangeRateTable, FxRevaluationTable } from '../tables/exchange-tables.ts'
import type { Applied } from './applied.ts'

const insertRate = prepared<Row<ExchangeRateTable>, unknown>((db, param) =>
  db.insertInto('exchange_rate').values({
    currency: param('currency'),
    valid_from: param('validFrom'),
    version: param('version'),
    buy: param('buy'),
    mid: param('mid'),
    sell: param('sell'),
    position: param('position'),
  }),
)

const insertRevaluation = prepared<Row<FxRevaluationTable>, unknown>((db, param) =>
  db.insertInto('fx_revaluation').values({
    currency: param('currency'),
    branch: param('branch'),
    as_of: param('asOf'),
    position: param('position'),
  }),
)

export const rateAppliers = {
  'rate.published': (db: Database, { position, record }: Applied) => {
    const { from, ...said } = ratePublished.parse(record.body)
    insertRate.run(db, { ...said, validFrom: from, position })
  },
  'fx.revalued': (db: Database, { position, record }: Applied) => {
    const { currency, asOf } = positionRevalued.parse(record.body)
    insertRevaluation.run(db, { currency, branch: record.branch, asOf, position })
  },
  /** Its lines say all of it. */
  'fx.exchanged': () => undefined,
}
