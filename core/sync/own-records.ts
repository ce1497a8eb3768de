import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { genesisHash } from '../journal/chain.ts'
import { prepared } from '../storage/run.ts'

export interface OwnRecord {
  readonly seq: number
  readonly hash: Uint8Array
  readonly signature: Uint8Array
  readonly bytes: Uint8Array
}

/** Written into the statements, so that SQLite looks up one log instead of reading all. */
const ownLogNumber = sql<number>`(SELECT log_no FROM log WHERE own = 1)`

const after = prepared<
  { seq: number; count: number },
  { seq: number; hash: Uint8Array; signature: Uint8Array; bytes: Uint8Array }
>((db, param) =>
  db
    .selectFrom('record')
    .select(['seq', 'hash', 'signature', 'bytes'])
    .where('record.log_no', '=', ownLogNumber)
    .where('seq', '>', param('seq'))
    .orderBy('seq')
    .limit(param('count')),
)
const hashAt = prepared<{ seq: number }, { hash: Uint8Array }>((db, param) =>
  db.selectFrom('record').select('hash').where('record.log_no', '=', ownLogNumber).where('seq', '=', param('seq')),
)
const newest = prepared<Record<never, never>, { seq: number }>(db =>
  db
    .selectFrom('record')
    .select(eb => eb.fn.coalesce(eb.fn.max('seq'), eb.val(0)).as('seq'))
    .where('record.log_no', '=', ownLogNumber),
)

/** The own log's records after `seq`, at most `count`. */
export const ownRecordsAfter = (db: Database, seq: number, count: number): readonly OwnRecord[] =>
  after.all(db, { seq, count })

/** The hash of the own log at `seq` (the genesis hash at 0); null beyond its end. */
export const ownHashAt = (db: Database, seq: number): Uint8Array | null =>
  seq === 0 ? genesisHash : (hashAt.get(db, { seq })?.hash ?? null)

/** How many records the own log has; its newest one's number. */
export const ownHeadSeq = (db: Database): number => newest.get(db, {})?.seq ?? 0
