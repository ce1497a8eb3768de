import type { Database } from 'better-sqlite3'
import { emptyStreamHash, runningHash } from '../../core/sync/stream-head.ts'
import { statement } from './statement.ts'

export interface StreamPlace {
  readonly stream: string
  readonly n: number
  readonly runningHash: Uint8Array
}

export interface StreamItem {
  readonly position: number
  readonly n: number
  readonly runningHash: Uint8Array
  readonly logId: string
  readonly seq: number
  readonly hash: Uint8Array
  readonly signature: Uint8Array
  readonly bytes: Uint8Array
}

const last = statement<{ stream: string }, StreamPlace>(
  'SELECT stream, n, running_hash AS runningHash FROM stream_item WHERE stream = @stream ORDER BY n DESC LIMIT 1',
)
const at = statement<{ stream: string; n: number }, { runningHash: Uint8Array }>(
  'SELECT running_hash AS runningHash FROM stream_item WHERE stream = @stream AND n = @n',
)
const insert = statement<{ stream: string; n: number; cursor: number; runningHash: Uint8Array }>(
  'INSERT INTO stream_item (stream, n, cursor, running_hash) VALUES (@stream, @n, @cursor, @runningHash)',
)
const names = statement<Record<never, never>, { stream: string }>(
  'SELECT DISTINCT stream FROM stream_item ORDER BY stream',
)
const after = statement<{ stream: string; n: number }, StreamItem>(
  `SELECT position, n, running_hash AS runningHash, log_id AS logId, seq, hash, signature, bytes
   FROM stream_item JOIN record USING (cursor) WHERE stream = @stream AND n > @n ORDER BY n`,
)

export const streamEnd = (db: Database, stream: string): StreamPlace =>
  last.get(db, { stream }) ?? { stream, n: 0, runningHash: emptyStreamHash }

export const streamNames = (db: Database): readonly string[] => names.all(db, {}).map(({ stream }) => stream)

/** The running hash right after the n-th record; null beyond the end. */
export const streamHashAt = (db: Database, stream: string, n: number): Uint8Array | null =>
  n === 0 ? emptyStreamHash : (at.get(db, { stream, n })?.runningHash ?? null)

export function appendToStream(db: Database, stream: string, cursor: number, recordHash: Uint8Array): void {
  const end = streamEnd(db, stream)
  insert.run(db, { stream, n: end.n + 1, cursor, runningHash: runningHash(end.runningHash, recordHash) })
}

/** The records after the n-th, at least one if there is any, until their bytes reach `bytesMax`. */
export function streamItems(db: Database, stream: string, n: number, bytesMax: number): readonly StreamItem[] {
  const items: StreamItem[] = []
  let bytes = 0
  for (const item of after.each(db, { stream, n })) {
    items.push(item)
    bytes += item.bytes.length
    if (bytes >= bytesMax) break
  }
  return items
}
