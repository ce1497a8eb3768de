import type { Database } from 'better-sqlite3'
import { statement } from './statement.ts'

const named = statement<{ logId: string; hash: string }, { yes: number }>(
  'SELECT 1 AS yes FROM record_blob JOIN record USING (cursor) WHERE record_blob.hash = @hash AND log_id = @logId LIMIT 1',
)
const subjectNamed = statement<{ logId: string; subject: string }, { yes: number }>(
  'SELECT 1 AS yes FROM record_blob JOIN record USING (cursor) WHERE record_blob.subject = @subject AND log_id = @logId LIMIT 1',
)
const streamsOfBlob = statement<{ hash: string }, { stream: string }>(
  'SELECT DISTINCT stream FROM record_blob JOIN stream_item USING (cursor) WHERE record_blob.hash = @hash',
)
const streamsOfSubject = statement<{ subject: string }, { stream: string }>(
  'SELECT DISTINCT stream FROM record_blob JOIN stream_item USING (cursor) WHERE subject = @subject',
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

export const isBlobNamedBy = (db: Database, logId: string, hash: string): boolean => !!named.get(db, { logId, hash })
export const isSubjectNamedBy = (db: Database, logId: string, subject: string): boolean =>
  !!subjectNamed.get(db, { logId, subject })

/** The streams that carry a record which names the blob: whoever may pull one of them may have the blob. */
export const blobStreams = (db: Database, hash: string) => streamsOfBlob.all(db, { hash }).map(({ stream }) => stream)
export const subjectStreams = (db: Database, subject: string) =>
  streamsOfSubject.all(db, { subject }).map(({ stream }) => stream)

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
