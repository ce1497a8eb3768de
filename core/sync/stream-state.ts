import type { Database } from 'better-sqlite3'
import { fromBase64url, fromHex } from '../crypto/hash.ts'
import { prepared } from '../storage/run.ts'
import type { StreamHead } from './protocol.ts'
import { emptyStreamHash } from './stream-head.ts'

/** How far a stream has been applied here, and through what. */
export interface StreamCursor {
  readonly stream: string
  readonly n: number
  readonly runningHash: Uint8Array
}

const cursor = prepared<{ stream: string }, { stream: string; n: number; running_hash: Uint8Array }>((db, param) =>
  db.selectFrom('stream_cursor').selectAll().where('stream', '=', param('stream')),
)
const setCursor = prepared<{ stream: string; n: number; runningHash: Uint8Array }, unknown>((db, param) =>
  db
    .insertInto('stream_cursor')
    .values({ stream: param('stream'), n: param('n'), running_hash: param('runningHash') })
    .onConflict(conflict =>
      conflict
        .column('stream')
        .doUpdateSet(eb => ({ n: eb.ref('excluded.n'), running_hash: eb.ref('excluded.running_hash') })),
    ),
)
const insertHead = prepared<
  { stream: string; n: number; runningHash: Uint8Array; signature: Uint8Array; contradicted: number },
  unknown
>((db, param) =>
  db
    .insertInto('stream_head')
    .values({
      stream: param('stream'),
      n: param('n'),
      running_hash: param('runningHash'),
      signature: param('signature'),
      contradicted: param('contradicted'),
    })
    .onConflict(conflict => conflict.doNothing()),
)
const forgetHeads = prepared<{ stream: string }, unknown>((db, param) =>
  db.deleteFrom('stream_head').where('stream', '=', param('stream')).where('contradicted', '=', 0),
)
const contradictHeads = prepared<{ stream: string }, unknown>((db, param) =>
  db.updateTable('stream_head').set({ contradicted: 1 }).where('stream', '=', param('stream')),
)

export const streamCursor = (db: Database, stream: string): StreamCursor =>
  cursor.get(db, { stream }) ?? { stream, n: 0, runningHash: emptyStreamHash }

export const setStreamCursor = (db: Database, { stream, n, runningHash }: StreamCursor): void => {
  setCursor.run(db, { stream, n, runningHash })
}

const headRow = ({ stream, n, runningHash, signature }: StreamHead) => ({
  stream,
  n,
  runningHash: fromHex(runningHash),
  signature: fromBase64url(signature),
})

/** Keeps the newest signed head of a stream: the server cannot later say that the stream was another. */
export function keepStreamHead(db: Database, head: StreamHead): void {
  forgetHeads.run(db, { stream: head.stream })
  insertHead.run(db, { ...headRow(head), contradicted: 0 })
}

/**
 * Begins a stream anew because the server now signs another one than before (it came out of a backup, or it cheats). Both signed
 * heads stay as evidence. Nothing applied is lost: records that are here already are recognised when they come again. Rule: Y13.
 */
export function restartStream(db: Database, head: StreamHead): void {
  const restart = db.transaction(() => {
    contradictHeads.run(db, { stream: head.stream })
    insertHead.run(db, { ...headRow(head), contradicted: 1 })
    setStreamCursor(db, { stream: head.stream, n: 0, runningHash: emptyStreamHash })
  })
  restart.immediate()
}
