import type { Database } from 'better-sqlite3'
import { prepared } from '../storage/run.ts'
import { appendPulled } from './append-pulled.ts'
import { wantBlobs } from './blobs-wanted.ts'
import type { PulledRecord } from './judge-items.ts'
import { judgeRecord } from './judge-record.ts'
import { knownServer } from './known-server.ts'
import { admitted } from './quarantine.ts'
import { trustedLogs } from './trusted-logs.ts'

const held = prepared<
  Record<never, never>,
  { log_id: string; hash: Uint8Array; signature: Uint8Array; bytes: Uint8Array }
>(db =>
  db
    .selectFrom('quarantined_record')
    .select(['log_id', 'hash', 'signature', 'bytes'])
    .where('reason', 'not in', ['custody-violated', 'other-history', 'not-bookable', admitted])
    .orderBy('received_at')
    .orderBy('log_id')
    .orderBy('seq'),
)

/**
 * After an update of the program: records that were kept aside because it could not read them, or for their size, are judged again
 * and booked where nothing stands against them any more. Returns how many were. Rule: Y29.
 */
export function admitHeld(db: Database, now: string): number {
  const rows = held.all(db, {})
  const server = knownServer(db)
  if (rows.length === 0 || !server) return 0
  const trusted = trustedLogs(db, server)
  const records = rows.flatMap(({ logId: log, ...row }): PulledRecord[] => {
    const publicKey = trusted.keyOf(log)
    if (!publicKey) return []
    const signed = { log, publicKey, ...row }
    const judged = judgeRecord(signed)
    return judged.ok ? [{ ...signed, seq: judged.value.seq, record: judged.value }] : []
  })
  const together = db.transaction(() => {
    appendPulled(db, records, now)
    wantBlobs(db, records)
  })
  if (records.length > 0) together.immediate()
  return records.length
}
