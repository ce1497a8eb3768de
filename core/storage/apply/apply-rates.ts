import type { Database } from 'better-sqlite3'
import { ratePublished } from '../../foreign-exchange/exchange-records.ts'
import { prepared, type Row } from '../run.ts'
import type { ExchangeRateTable } from '../tables/exchange-tables.ts'
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

export const rateAppliers = {
  'rate.published': (db: Database, { position, record }: Applied) => {
    const { from, ...said } = ratePublished.parse(record.body)
    insertRate.run(db, { ...said, validFrom: from, position })
  },
  /** Its lines say all of it. */
  'fx.exchanged': () => undefined,
}
