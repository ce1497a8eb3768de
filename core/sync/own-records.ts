import type { Database } from 'better-sqlite3'
import { genesisHash } from '../journal/chain.ts'
import type { UnsentAnswer } from '../query/answers.ts'
import { prepared } from '../storage/run.ts'

export interface OwnRecord {
  readonly seq: number
  readonly hash: Uint8Array
  readonly signature: Uint8Array
  readonly bytes: Uint8Array
}

const after = prepared<
  { seq: number; count: number },
  { seq: number; hash: Uint8Array; signature: Uint8Array; bytes: Uint8Array }
>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select(['seq', 'hash', 'signature', 'bytes'])
    .where('own', '=', 1)
    .where('seq', '>', param('seq'))
    .orderBy('seq')
    .limit(param('count')),
)
const hashAt = prepared<{ seq: number }, { hash: Uint8Array }>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select('hash')
    .where('own', '=', 1)
    .where('seq', '=', param('seq')),
)
const unsentCount = prepared<{ seq: number }, { count: number; oldest: string | null }>((db, param) =>
  db
    .selectFrom('record')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .select(eb => [eb.fn.countAll<number>().as('count'), eb.fn.min('recorded_at').as('oldest')])
    .where('own', '=', 1)
    .where('seq', '>', param('seq')),
)
const unsentAmount = prepared<{ seq: number }, { sum_minor: bigint | null }>((db, param) =>
  db
    .selectFrom('line')
    .innerJoin('record', 'record.position', 'line.position')
    .innerJoin('log', 'log.log_no', 'record.log_no')
    .innerJoin('institution', 'institution.currency', 'line.currency')
    .select(eb => eb.fn.sum<bigint | null>('line.amount_minor').as('sum_minor'))
    .where('own', '=', 1)
    .where('line.amount_minor', '>', 0n)
    .where('seq', '>', param('seq')),
)

/** The own log's records after `seq`, at most `count`. */
export const ownRecordsAfter = (db: Database, seq: number, count: number): readonly OwnRecord[] =>
  after.all(db, { seq, count })

/** The hash of the own log at `seq` (the genesis hash at 0); null beyond its end. */
export const ownHashAt = (db: Database, seq: number): Uint8Array | null =>
  seq === 0 ? genesisHash : (hashAt.get(db, { seq })?.hash ?? null)

/** What the server has not acknowledged: how many records, since when, and their turnover in the institution's currency. */
export function unsentAfter(db: Database, acknowledgedSeq: number): UnsentAnswer {
  const { count = 0, oldest } = unsentCount.get(db, { seq: acknowledgedSeq }) ?? {}
  const amountMinor = count > 0 ? (unsentAmount.get(db, { seq: acknowledgedSeq })?.sumMinor ?? 0n) : 0n
  return { count, amountMinor, ...(oldest ? { oldestRecordedAt: oldest } : {}) }
}
