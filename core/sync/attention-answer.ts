import type { Database } from 'better-sqlite3'
import { decodeRecord } from '../journal/decode-record.ts'
import type { JournalRecord } from '../journal/record.ts'
import { turnoverOf } from '../journal/turnover.ts'
import type { HeldReason, HeldRecord } from '../query/sync-answers.ts'
import { deviceRow } from '../storage/reference.ts'
import { prepared } from '../storage/run.ts'
import { admitted } from './quarantine.ts'

const rowsMax = 200

const aside = prepared<
  { limit: number },
  { log_id: string; seq: number; bytes: Uint8Array; reason: string; received_at: string }
>((db, param) =>
  db
    .selectFrom('quarantined_record')
    .select(['log_id', 'seq', 'bytes', 'reason', 'received_at'])
    .where('reason', '!=', admitted)
    .orderBy('received_at', 'desc')
    .orderBy('log_id')
    .orderBy('seq', 'desc')
    .limit(param('limit')),
)
const waiting = prepared<{ limit: number }, { log_id: string; seq: number; bytes: Uint8Array; reason: string }>(
  (db, param) =>
    db
      .selectFrom('pending_record')
      .innerJoin('record', 'record.position', 'pending_record.position')
      .innerJoin('log', 'log.log_no', 'pending_record.log_no')
      .select(['log.log_id', 'pending_record.seq', 'record.bytes', 'pending_record.reason'])
      .orderBy('pending_record.position', 'desc')
      .limit(param('limit')),
)

/** What the reasons of storage and of the judge mean to a person; whatever else is wrong with a record, it is malformed. */
const becauseOf: Readonly<Record<string, HeldReason>> = {
  'unknown-type': 'unknown-type',
  'not-its-logs': 'not-its-logs',
  'not-applicable': 'not-applicable',
  'custody-violated': 'custody-violated',
  'other-history': 'other-history',
  'not-bookable': 'not-bookable',
  'too-large': 'too-large',
  'too-many-streams': 'too-large',
  'too-many-lines': 'too-large',
  'amount-too-large': 'too-large',
}

/** Records that are not in the books as they should be, newest first: kept aside whole, then booked and waiting. Rule: Y30. */
export const attentionAnswer = (db: Database): readonly HeldRecord[] => [
  ...aside.all(db, { limit: rowsMax }).map(({ receivedAt, ...row }) => ({
    ...heldRecord(db, row),
    isBooked: false,
    arrivedAt: receivedAt,
  })),
  ...waiting.all(db, { limit: rowsMax }).map(row => ({ ...heldRecord(db, row), isBooked: true })),
]

function heldRecord(
  db: Database,
  { logId, seq, bytes, reason }: { logId: string; seq: number; bytes: Uint8Array; reason: string },
): Omit<HeldRecord, 'isBooked'> {
  const device = deviceRow(db, logId)
  const read = decodeRecord(bytes)
  return {
    record: { log: logId, seq },
    because: becauseOf[reason] ?? 'malformed',
    ...(device ? { deviceCode: device.deviceCode } : {}),
    ...(read.ok ? saidIn(read.value) : {}),
  }
}

const saidIn = (record: JournalRecord): Partial<HeldRecord> => ({
  type: record.type,
  recordedAt: record.recordedAt,
  ...turnoverOf(record),
})
