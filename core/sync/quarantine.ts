import type { Database } from 'better-sqlite3'
import { prepared } from '../storage/run.ts'
import type { PulledRecord } from './judge-items.ts'

const insert = prepared<
  {
    log: string
    seq: number
    hash: Uint8Array
    signature: Uint8Array
    bytes: Uint8Array
    reason: string
    receivedAt: string
  },
  unknown
>((db, param) =>
  db
    .insertInto('quarantined_record')
    .values({
      log_id: param('log'),
      seq: param('seq'),
      hash: param('hash'),
      signature: param('signature'),
      bytes: param('bytes'),
      reason: param('reason'),
      received_at: param('receivedAt'),
    })
    .onConflict(conflict => conflict.doNothing()),
)
const at = prepared<{ log: string; seq: number }, { hash: Uint8Array }>((db, param) =>
  db
    .selectFrom('quarantined_record')
    .select('hash')
    .where('log_id', '=', param('log'))
    .where('seq', '=', param('seq'))
    .limit(1),
)

/** Why a record is kept for review instead of being booked: whose account it touches, where it already stands, or what refused it. */
export type QuarantineReason = 'custody-violated' | 'other-history' | 'not-bookable'

/** Keeps a pulled record as it came, signed by whoever made it, and lets nothing of it into the books. Rule: Y23. */
export function quarantine(
  db: Database,
  { log, seq, hash, signature, bytes }: PulledRecord,
  reason: QuarantineReason,
  receivedAt: string,
): void {
  insert.run(db, { log, seq, hash, signature, bytes, reason, receivedAt })
}

/** The hash of the record that is kept for review at a place of a log; null when there is none. */
export const quarantinedHash = (db: Database, log: string, seq: number): Uint8Array | null =>
  at.get(db, { log, seq })?.hash ?? null
