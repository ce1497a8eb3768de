import type { Database } from 'better-sqlite3'
import { statement } from './statement.ts'

const blobOwner = statement<{ hash: string }, { logId: string }>(
  'SELECT log_id AS logId FROM record_blob JOIN record USING (cursor) WHERE record_blob.hash = @hash ORDER BY cursor LIMIT 1',
)
const subjectOwner = statement<{ subject: string }, { logId: string }>(
  'SELECT log_id AS logId FROM record_blob JOIN record USING (cursor) WHERE subject = @subject ORDER BY cursor LIMIT 1',
)
const streamsOfBlob = statement<{ hash: string; logId: string }, { stream: string }>(
  `SELECT DISTINCT stream FROM record_blob JOIN stream_item USING (cursor) JOIN record USING (cursor)
   WHERE record_blob.hash = @hash AND log_id = @logId`,
)
const streamsOfSubject = statement<{ subject: string; logId: string }, { stream: string }>(
  `SELECT DISTINCT stream FROM record_blob JOIN stream_item USING (cursor) JOIN record USING (cursor)
   WHERE subject = @subject AND log_id = @logId`,
)
const whole = statement<{ hash: string }, { bytes: Uint8Array }>('SELECT bytes FROM blob WHERE hash = @hash')
const insertWhole = statement<{ hash: string; bytes: Uint8Array }>('INSERT OR IGNORE INTO blob VALUES (@hash, @bytes)')
const pieces = statement<{ hash: string }, { bytes: Uint8Array }>(
  'SELECT bytes FROM blob_piece WHERE hash = @hash ORDER BY at',
)
const insertPiece = statement<{ hash: string; at: number; bytes: Uint8Array }>(
  'INSERT INTO blob_piece VALUES (@hash, @at, @bytes)',
)
const dropPieces = statement<{ hash: string }>('DELETE FROM blob_piece WHERE hash = @hash')
const key = statement<{ subject: string }, { key: Uint8Array }>('SELECT key FROM subject_key WHERE subject = @subject')
const insertKey = statement<{ subject: string; key: Uint8Array }>('INSERT INTO subject_key VALUES (@subject, @key)')

/** The log that was the first to name it: its own records alone say who else may read it. Null while no record names it. Rule: Y24. */
export const ownerOfBlob = (db: Database, hash: string): string | null => blobOwner.get(db, { hash })?.logId ?? null
export const ownerOfSubject = (db: Database, subject: string): string | null =>
  subjectOwner.get(db, { subject })?.logId ?? null

/** The streams that carry a record of the owner which names the blob: whoever may pull one of them may have the blob. */
export const blobStreams = (db: Database, hash: string, owner: string) =>
  streamsOfBlob.all(db, { hash, logId: owner }).map(({ stream }) => stream)
export const subjectStreams = (db: Database, subject: string, owner: string) =>
  streamsOfSubject.all(db, { subject, logId: owner }).map(({ stream }) => stream)

export const wholeBlob = (db: Database, hash: string): Uint8Array | null => whole.get(db, { hash })?.bytes ?? null
export const blobSoFar = (db: Database, hash: string): Uint8Array =>
  Buffer.concat(pieces.all(db, { hash }).map(({ bytes }) => bytes))

export const keepPiece = (db: Database, hash: string, at: number, bytes: Uint8Array): void => {
  insertPiece.run(db, { hash, at, bytes })
}

export function keepWhole(db: Database, hash: string, bytes: Uint8Array): void {
  insertWhole.run(db, { hash, bytes })
  forgetPieces(db, hash)
}

export const forgetPieces = (db: Database, hash: string): void => {
  dropPieces.run(db, { hash })
}

export const subjectKey = (db: Database, subject: string): Uint8Array | null => key.get(db, { subject })?.key ?? null
export const keepSubjectKey = (db: Database, subject: string, bytes: Uint8Array): void => {
  insertKey.run(db, { subject, key: bytes })
}
