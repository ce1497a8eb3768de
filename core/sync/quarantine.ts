import type { Database } from 'better-sqlite3'
import { prepared } from '../storage/run.ts'
import type { SignedItem } from './judge-items.ts'
import type { RecordFault } from './judge-record.ts'

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
    .onConflict(conflict =>
      conflict.columns(['log_id', 'seq', 'hash']).doUpdateSet(eb => ({ reason: eb.ref('excluded.reason') })),
    ),
)
const at = prepared<{ log: string; seq: number }, { hash: Uint8Array; bytes: Uint8Array }>((db, param) =>
  db
    .selectFrom('quarantined_record')
    .select(['hash', 'bytes'])
    .where('log_id', '=', param('log'))
    .where('seq', '=', param('seq'))
    .limit(1),
)
/** What stands instead of a reason once the record is booked after all, perhaps long after its log went on. */
export const admitted = 'admitted'

const setAdmitted = prepared<{ log: string; seq: number; hash: Uint8Array }, unknown>((db, param) =>
  db
    .updateTable('quarantined_record')
    .set({ reason: admitted })
    .where('log_id', '=', param('log'))
    .where('seq', '=', param('seq'))
    .where('hash', '=', param('hash')),
)

/** Why a record is kept for review instead of being booked: whose account it touches, where it already stands, what refused it, or what is wrong with it. */
export type QuarantineReason = 'custody-violated' | 'other-history' | 'not-bookable' | RecordFault

/** Keeps a pulled record as it came, signed by whoever made it, and lets nothing of it into the books. Rule: Y23. */
export function quarantine(
  db: Database,
  { log, seq, hash, signature, bytes }: SignedItem,
  reason: QuarantineReason,
  receivedAt: string,
): void {
  insert.run(db, { log, seq, hash, signature, bytes, reason, receivedAt })
}

export const markAdmitted = (db: Database, { log, seq, hash }: SignedItem): void =>
  void setAdmitted.run(db, { log, seq, hash })

/** The record that is, or once was, kept for review at a place of a log; null when there is none. */
export const quarantinedAt = (db: Database, log: string, seq: number) => at.get(db, { log, seq }) ?? null
