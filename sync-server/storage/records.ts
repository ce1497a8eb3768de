import type { Database } from 'better-sqlite3'
import type { BlobRef } from '../../core/journal/record.ts'
import { statement } from './statement.ts'

export interface StoredRecord {
  readonly cursor: number
  readonly logId: string
  readonly seq: number
  readonly hash: Uint8Array
  readonly signature: Uint8Array
  readonly bytes: Uint8Array
  readonly receivedAt: string
}

const columns = 'cursor, log_id AS logId, seq, hash, signature, bytes, received_at AS receivedAt'
const last = statement<{ logId: string }, StoredRecord>(
  `SELECT ${columns} FROM record WHERE log_id = @logId ORDER BY seq DESC LIMIT 1`,
)
const at = statement<{ logId: string; seq: number }, StoredRecord>(
  `SELECT ${columns} FROM record WHERE log_id = @logId AND seq = @seq`,
)
const allOf = statement<{ logId: string }, StoredRecord>(
  `SELECT ${columns} FROM record WHERE log_id = @logId ORDER BY seq`,
)
const insert = statement<Omit<StoredRecord, 'cursor'> & Record<string, string | number | Uint8Array>>(
  `INSERT INTO record (log_id, seq, hash, signature, bytes, received_at) VALUES (@logId, @seq, @hash, @signature, @bytes, @receivedAt)`,
)
const insertBlobRef = statement<{ cursor: number; hash: string; subject: string }>(
  'INSERT OR IGNORE INTO record_blob VALUES (@cursor, @hash, @subject)',
)
const total = statement<Record<never, never>, { records: number; bytes: number }>(
  'SELECT count(*) AS records, coalesce(sum(length(bytes)), 0) AS bytes FROM record',
)

export const lastRecord = (db: Database, logId: string): StoredRecord | null => last.get(db, { logId }) ?? null
export const recordAt = (db: Database, logId: string, seq: number): StoredRecord | null =>
  at.get(db, { logId, seq }) ?? null
export const recordsOf = (db: Database, logId: string): readonly StoredRecord[] => allOf.all(db, { logId })
export const journalSize = (db: Database) => total.get(db, {}) ?? { records: 0, bytes: 0 }

/** Stores a record that was judged to be next in its log, and which blobs it speaks of. Returns its cursor. */
export function insertRecord(db: Database, record: Omit<StoredRecord, 'cursor'>, blobs: readonly BlobRef[]): number {
  const cursor = Number(insert.run(db, { ...record }).lastInsertRowid)
  for (const { hash, subject } of blobs) insertBlobRef.run(db, { cursor, hash, subject })
  return cursor
}
