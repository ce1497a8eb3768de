import { cosignMessage } from '../command/request-hash.ts'
import { fromBase64url, sameBytes } from '../crypto/hash.ts'
import { isSignedBy } from '../crypto/signing.ts'
import { chainHash, isHashSigned } from '../journal/chain.ts'
import { decodeRecord } from '../journal/decode-record.ts'
import { isBalanced } from '../journal/entry.ts'
import type { JournalRecord, RecordRef } from '../journal/record.ts'
import type { RawRecord } from '../storage/journal-pages.ts'
import type { Finding, Findings } from './finding.ts'
import type { LogPlace } from './log-places.ts'

/** The key that a member of the staff had at the record's installation when the record was made; null for none. */
export type StaffKeyOf = (staffId: string) => Uint8Array | null

/**
 * Checks a stored record against its log's place and moves the place on. What one record gets wrong is not held against the
 * next: the chain goes on from what is stored. Returns the record when its bytes can be read. Rules: V1 to V5.
 */
export function checkRecord(
  row: RawRecord,
  place: LogPlace,
  findings: Findings,
  staffKeyOf: StaffKeyOf,
): JournalRecord | null {
  const ref: RecordRef = { log: place.logId, seq: row.seq }
  const found = (type: Finding['type'], where = ''): void => findings.add({ type, record: ref, where })
  const isNext = checkSequence(row, place, findings)
  if (isNext && !sameBytes(chainHash(place.hash, row.bytes), row.hash)) found('hash-wrong')
  if (!isHashSigned(place.publicKey, row.hash, row.signature)) found('signature-wrong')
  const decoded = decodeRecord(row.bytes)
  if (!decoded.ok) found('bytes-unreadable', decoded.refusal.where)
  const record = decoded.ok ? decoded.value : null
  if (record) {
    for (const column of differingColumns(row, place, record)) found('column-differs', column)
    for (const staff of wrongCosigners(record, staffKeyOf)) found('cosignature-wrong', staff)
    for (const [entryNo, { lines }] of record.entries.entries())
      if (!isBalanced(lines)) found('entry-unbalanced', String(entryNo + 1))
    checkReceipt(record, place, found)
  }
  place.seq = row.seq
  place.hash = row.hash
  return record
}

/** Whether the record is the next one of its log; otherwise says what is missing before it, or that it came too late. */
function checkSequence({ seq }: RawRecord, place: LogPlace, findings: Findings): boolean {
  const expected = place.seq + 1
  if (seq === expected) return true
  const { logId: log } = place
  if (seq > expected) {
    const where =
      seq === expected + 1 ? `no. ${seq} follows at once` : `no. ${expected} to no. ${seq - 1} are not there`
    findings.add({ type: 'record-missing', record: { log, seq: expected }, where })
  } else findings.add({ type: 'record-out-of-place', record: { log, seq }, where: `it comes after no. ${place.seq}` })
  return false
}

function differingColumns(row: RawRecord, { logId }: LogPlace, record: JournalRecord): readonly string[] {
  const pairs: Readonly<Record<string, readonly [unknown, unknown]>> = {
    log_no: [logId, record.log],
    seq: [row.seq, record.seq],
    key: [row.key, record.key],
    type: [row.type, record.type],
    class: [row.class, record.class],
    actor: [row.actor, record.actor],
    branch: [row.branch, record.branch],
    business_date: [row.businessDate, record.businessDate],
    value_date: [row.valueDate, record.valueDate],
    recorded_at: [row.recordedAt, record.recordedAt],
    receipt: [row.receipt, record.receipt ?? null],
  }
  return Object.entries(pairs).flatMap(([column, [stored, signed]]) => (stored === signed ? [] : [column]))
}

const wrongCosigners = (
  { cosigners, log, key, requestHash }: JournalRecord,
  staffKeyOf: StaffKeyOf,
): readonly string[] =>
  (cosigners ?? []).flatMap(({ staff, signature }) => {
    const publicKey = staffKeyOf(staff)
    const message = cosignMessage(log, key, requestHash)
    return publicKey && isSignedBy(publicKey, message, fromBase64url(signature)) ? [] : [staff]
  })

function checkReceipt(
  { receipt }: JournalRecord,
  place: LogPlace,
  found: (type: 'receipt-gap', where: string) => void,
) {
  if (receipt === undefined) return
  if (receipt !== place.receipt + 1) found('receipt-gap', `receipt ${receipt} follows receipt ${place.receipt}`)
  place.receipt = receipt
}
