import type { Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import { prepared } from './run.ts'

const lastOf = prepared<{ series: string }, { last: number }>((db, param) =>
  db.selectFrom('number_series').select('last').where('series', '=', param('series')),
)
const advance = prepared<{ series: string }, unknown>((db, param) =>
  db
    .insertInto('number_series')
    .values({ series: param('series'), last: 1 })
    .onConflict(conflict =>
      conflict.doUpdateSet(eb => ({
        last: eb('number_series.last', '+', 1),
      })),
    ),
)

const lastReceipt = prepared<{ logNo: number }, { receipt: number }>((db, param) =>
  db
    .selectFrom('record')
    .select(eb => eb.fn.max<number>('receipt').as('receipt'))
    .where('log_no', '=', param('logNo'))
    .where('receipt', 'is not', null),
)

/** Receipts need no series of their own: the index of the records knows the newest. */
export const nextReceipt = (db: Database, logNo: number): number => (lastReceipt.get(db, { logNo })?.receipt ?? 0) + 1

/** Numbers people read aloud are made offline: each log counts its own, and the device's code keeps them apart. */
export type SeriesKind = 'client' | 'account' | 'loan' | 'group'

const seriesName = (kind: SeriesKind, log: string): string => `${kind}/${log}`

/** The number that the next record of this log takes. */
export const nextInSeries = (db: Database, kind: SeriesKind, log: string): number =>
  (lastOf.get(db, { series: seriesName(kind, log) })?.last ?? 0) + 1

const logOfCode = prepared<{ deviceCode: string }, { log_id: string }>((db, param) =>
  db.selectFrom('device').select('log_id').where('device_code', '=', param('deviceCode')),
)

/** Asserts that a number is not one of another device's series: what takes it before that device does waits. Rule: Y18. */
export function checkSeries(db: Database, number: string, log: string): void {
  const deviceCode = /-([^-]+)-\d+-\d$/.exec(number)?.[1]
  const owner = deviceCode === undefined ? undefined : logOfCode.get(db, { deviceCode })
  assert(!owner || owner.logId === log, 'a number is of the series of the device that gives it')
}

export const advanceSeries = (db: Database, kind: SeriesKind, log: string): void => {
  advance.run(db, { series: seriesName(kind, log) })
}
