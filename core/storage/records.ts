import type { Database } from 'better-sqlite3'
import { sql } from 'kysely'
import { present } from '../assert.ts'
import { decodeRecord } from '../journal/decode-record.ts'
import type { JournalRecord, RecordRef } from '../journal/record.ts'
import { prepared, type Row } from './run.ts'
import type { RecordTable } from './tables/journal-tables.ts'
import type { Tables } from './tables.ts'

const columns = ['position', 'log_no', 'seq', 'key', 'type', 'hash', 'signature', 'bytes'] as const
type Stored = Pick<RecordTable, (typeof columns)[number]>

const bySeq = prepared<{ log: string; seq: number }, Stored>((db, param) =>
  db
    .selectFrom('record')
    .select(columns)
    .where('log_no', '=', eb => eb.selectFrom('log').select('log_no').where('log_id', '=', param('log')))
    .where('seq', '=', param('seq')),
)
const byKey = prepared<{ key: string }, Stored>((db, param) =>
  db.selectFrom('record').select(columns).where('key', '=', param('key')),
)
const byPosition = prepared<{ position: number }, Stored>((db, param) =>
  db.selectFrom('record').select(columns).where('position', '=', param('position')),
)
const head = prepared<{ logNo: number }, { seq: number; hash: Uint8Array }>((db, param) =>
  db.selectFrom('record').select(['seq', 'hash']).where('log_no', '=', param('logNo')).orderBy('seq', 'desc').limit(1),
)
const logs = prepared<Record<never, never>, Tables['log']>(db => db.selectFrom('log').selectAll().orderBy('log_no'))
const logOf = prepared<{ logId: string }, Tables['log']>((db, param) =>
  db.selectFrom('log').selectAll().where('log_id', '=', param('logId')),
)
const ownLogOf = prepared<Record<never, never>, { log_no: number }>(db =>
  db.selectFrom('log').select('log_no').where('own', '=', 1).limit(1),
)
const insertLog = prepared<
  { logId: string; publicKey: Uint8Array; deviceCode: string; own: number },
  { log_no: number }
>((db, param) =>
  db
    .insertInto('log')
    .values({
      /** SQLite gives the next number. */
      log_no: sql<number>`NULL`,
      log_id: param('logId'),
      public_key: param('publicKey'),
      device_code: param('deviceCode'),
      own: param('own'),
    })
    .returning('log_no'),
)

/** A record read back: its exact bytes, its place, and what it says. */
export type StoredRecord = Row<Stored> & { readonly record: JournalRecord }

const decoded = (row: Row<Stored> | undefined): StoredRecord | null => {
  if (!row) return null
  const record = decodeRecord(row.bytes)
  return {
    ...row,
    record: present(record.ok ? record.value : null, 'a stored record is readable'),
  }
}

export const recordAt = (db: Database, ref: RecordRef): StoredRecord | null => decoded(bySeq.get(db, ref))
export const recordByKey = (db: Database, key: string): StoredRecord | null => decoded(byKey.get(db, { key }))
export const recordByPosition = (db: Database, position: number): StoredRecord | null =>
  decoded(byPosition.get(db, { position }))

/** The newest sequence number and hash of a log; null for a log without records. */
export const headOf = (db: Database, logNo: number) => head.get(db, { logNo }) ?? null

export const allLogs = (db: Database) => logs.all(db, {})

/** A log that this file knows, with its key; null for a stranger. */
export const logById = (db: Database, logId: string) => logOf.get(db, { logId }) ?? null

/** Makes a log known, its own or another's whose key is vouched for; returns its number in this file. */
export const addLog = (
  db: Database,
  log: {
    logId: string
    publicKey: Uint8Array
    deviceCode: string
    own: boolean
  },
): number => present(insertLog.all(db, { ...log, own: log.own ? 1 : 0 })[0], 'an insert returns its row').logNo

/** The number of the installation's own log in this file. */
export const ownLogNo = (db: Database): number => present(ownLogOf.get(db, {}), 'the installation has its log').logNo
