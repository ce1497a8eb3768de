import type { Database } from 'better-sqlite3'
import type { RecordRef } from '../journal/record.ts'
import { prepared } from './run.ts'

const reversedBy = prepared<{ position: number }, { log_id: string; seq: number }>((db, param) =>
  db
    .selectFrom('reversal')
    .innerJoin('record', 'record.position', 'reversal.reversed_by')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select(['log.log_id', 'record.seq'])
    .where('reversal.position', '=', param('position')),
)
const reverses = prepared<{ position: number }, { log_id: string; seq: number }>((db, param) =>
  db
    .selectFrom('reversal')
    .innerJoin('record', 'record.position', 'reversal.position')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select(['log.log_id', 'record.seq'])
    .where('reversal.reversed_by', '=', param('position')),
)
const reversedType = prepared<{ position: number }, { type: string }>((db, param) =>
  db
    .selectFrom('reversal')
    .innerJoin('record', 'record.position', 'reversal.position')
    .select('record.type')
    .where('reversal.reversed_by', '=', param('position')),
)
const copies = prepared<{ position: number }, { copies: number }>((db, param) =>
  db.selectFrom('reprint').select('copies').where('position', '=', param('position')),
)

const standing = prepared<{ accountId: string }, { position: number }>((db, param) =>
  db
    .selectFrom('line')
    .select('position')
    .where('sub_account', '=', param('accountId'))
    .where('position', 'not in', db.selectFrom('reversal').select('position'))
    .where('position', 'not in', db.selectFrom('reversal').select('reversed_by'))
    .limit(1),
)

const asRef = (row: { logId: string; seq: number } | undefined): RecordRef | null =>
  row ? { log: row.logId, seq: row.seq } : null

/** The record that reversed the one at this position; null while nothing did. */
export const reversalOf = (db: Database, position: number): RecordRef | null => asRef(reversedBy.get(db, { position }))

/** The record that the one at this position reversed; null when it is no reversal. */
export const reversedOf = (db: Database, position: number): RecordRef | null => asRef(reverses.get(db, { position }))

/** Of what type the record was that the one at this position reversed. */
export const reversedTypeOf = (db: Database, position: number): string | null =>
  reversedType.get(db, { position })?.type ?? null

/** True when something was ever booked to the account that was not taken back. */
export const hasStandingLines = (db: Database, accountId: string): boolean =>
  standing.get(db, { accountId }) !== undefined

/** How often the record's receipt was printed again. */
export const copiesOf = (db: Database, position: number): number => copies.get(db, { position })?.copies ?? 0
