import type { Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import { sameBytes } from '../crypto/hash.ts'
import { append } from '../storage/append.ts'
import { violatedCustody } from '../storage/custody.ts'
import { isWeather } from '../storage/is-weather.ts'
import { addLog, logById, recordAt } from '../storage/records.ts'
import { deviceRow } from '../storage/reference.ts'
import { isBookable, type PulledItem, type PulledRecord } from './judge-items.ts'
import { markAdmitted, type QuarantineReason, quarantine } from './quarantine.ts'

/**
 * Adds records of other logs to the journal and applies them, in the order given; one that is there already is passed over. One that
 * is faulty, cannot be booked, or touches an account that is not its log's to touch, is kept aside for review, and what comes after
 * it goes on. The caller holds the transaction. Rules: Y22, Y23, Y29.
 */
export function appendPulled(db: Database, items: readonly PulledItem[], receivedAt: string): void {
  assert(db.inTransaction, 'pulled records and their cursor commit together')
  for (const item of items) {
    const reason = isBookable(item) ? appendOne(db, item) : item.fault
    if (reason) quarantine(db, item, reason, receivedAt)
    else markAdmitted(db, item)
  }
}

/** Null when the record stands in the journal now; else why it does not, and nothing of it remains. */
function appendOne(db: Database, pulled: PulledRecord): QuarantineReason | null {
  const known = recordAt(db, pulled)
  if (known) return sameBytes(known.hash, pulled.hash) ? null : 'other-history'
  const book = db.transaction((): QuarantineReason | null => {
    if (violatedCustody(db, pulled.record)) return 'custody-violated'
    append(db, logNoOf(db, pulled), pulled)
    return null
  })
  try {
    return book()
  } catch (error) {
    if (isWeather(error)) throw error
    return 'not-bookable'
  }
}

function logNoOf(db: Database, { log, publicKey, record }: PulledRecord): number {
  const known = logById(db, log)
  if (known) return known.logNo
  const { deviceCode } = record.body
  const code = deviceRow(db, log)?.deviceCode ?? (typeof deviceCode === 'string' ? deviceCode : '')
  return addLog(db, { logId: log, publicKey, deviceCode: code, own: false })
}
