import type { Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import { sameBytes } from '../crypto/hash.ts'
import { append } from '../storage/append.ts'
import { addLog, allLogs, recordAt } from '../storage/records.ts'
import { deviceRow } from '../storage/reference.ts'
import type { PulledRecord } from './judge-items.ts'

/**
 * Adds records of other logs to the journal and applies them, in the order given; one that is there already is passed over.
 * The caller holds the transaction. Asserts that a record at a taken place is the same: the log's chain says so.
 */
export function appendPulled(db: Database, records: readonly PulledRecord[]): void {
  assert(db.inTransaction, 'pulled records and their cursor commit together')
  for (const pulled of records) {
    const known = recordAt(db, pulled)
    if (known) assert(sameBytes(known.hash, pulled.hash), 'a log has one history')
    else append(db, logNoOf(db, pulled), pulled)
  }
}

function logNoOf(db: Database, { log, publicKey, record }: PulledRecord): number {
  const known = allLogs(db).find(({ logId }) => logId === log)
  if (known) return known.logNo
  const { deviceCode } = record.body
  const code = deviceRow(db, log)?.deviceCode ?? (typeof deviceCode === 'string' ? deviceCode : '')
  return addLog(db, { logId: log, publicKey, deviceCode: code, own: false })
}
