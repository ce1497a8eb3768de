import { fromHex, sameBytes } from '../crypto/hash.ts'
import { chainHash } from '../journal/chain.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { KnownServer } from './known-server.ts'
import type { PageItem, PullPage } from './pull-page.ts'
import { isStreamHeadGenuine, runningHash } from './stream-head.ts'
import type { StreamCursor } from './stream-state.ts'
import type { SyncProblem } from './sync-problem.ts'

/** A stream item whose place is proved: its hash, the running hash after it, and where it stands among all streams. */
export type StreamItem = StreamCursor & {
  readonly position: number
  readonly hash: Uint8Array
  readonly item: PageItem
}

/**
 * Proves a page: every record's hash follows from its bytes (or, for an own record, stands in the own journal), and their running hash is the one that the pinned server signed for
 * this stream at this place. A dropped, added, changed or moved record breaks it.
 * Refuses: server-not-genuine, stream-broken. Rule: Y12.
 */
export function readPage(
  server: Pick<KnownServer, 'publicKey' | 'tenant'>,
  from: StreamCursor,
  { head, items }: PullPage,
  ownHashAt: (seq: number) => Uint8Array | null,
): Result<readonly StreamItem[], SyncProblem> {
  if (!isStreamHeadGenuine(server.publicKey, server.tenant, head)) return refuse({ type: 'server-not-genuine' })
  const broken = refuse({ type: 'stream-broken' as const, stream: from.stream })
  if (head.stream !== from.stream || head.n !== from.n + items.length) return broken
  const hashByLog = new Map<string, Uint8Array>()
  const proved: StreamItem[] = []
  let at = from.runningHash
  let position = 0
  for (const item of items) {
    const hash = itemHash(item, hashByLog, ownHashAt)
    if (!hash || item.position <= position) return broken
    position = item.position
    at = runningHash(at, hash)
    proved.push({ stream: from.stream, n: from.n + proved.length + 1, runningHash: at, position, hash, item })
  }
  return sameBytes(at, fromHex(head.runningHash)) ? ok(proved) : broken
}

function itemHash(
  item: PageItem,
  hashByLog: Map<string, Uint8Array>,
  ownHashAt: (seq: number) => Uint8Array | null,
): Uint8Array | null {
  if ('ownSeq' in item) return ownHashAt(item.ownSeq)
  const previous = item.previous ?? hashByLog.get(item.log)
  if (!previous) return null
  const hash = chainHash(previous, item.bytes)
  hashByLog.set(item.log, hash)
  return hash
}
