import type { Database } from 'better-sqlite3'
import { fromHex, hex, sameBytes } from '../crypto/hash.ts'
import { ok, type Result, refuse } from '../result.ts'
import { wantBlobs } from './blobs-wanted.ts'
import { isBookable, judgeItems, type PulledItem, type PulledRecord } from './judge-items.ts'
import type { KnownServer } from './known-server.ts'
import { ask, givenUp, type Link } from './link.ts'
import { mergeStreams } from './merge-streams.ts'
import { ownHashAt } from './own-records.ts'
import type { StreamHead } from './protocol.ts'
import { decodePullPage } from './pull-page.ts'
import { readPage, type StreamItem } from './read-page.ts'
import { isStreamHeadGenuine } from './stream-head.ts'
import { keepStreamHead, restartStream, type StreamCursor, setStreamCursor, streamCursor } from './stream-state.ts'
import type { SyncProblem } from './sync-problem.ts'
import { type TrustedLogs, trustedLogs } from './trusted-logs.ts'

/** Appends foreign records and applies them, inside the caller's transaction; a record that is there already is passed over. */
export type ApplyPulled = (items: readonly PulledItem[]) => void

export interface Pulling {
  readonly db: Database
  readonly link: Link
  readonly server: KnownServer
  readonly apply: ApplyPulled
  readonly onApplied: (records: readonly PulledRecord[]) => void
}

/** Pages are small enough that checking and applying one is not noticed by the person at the window. */
const pageBytes = 32_768

interface Reading {
  readonly target: StreamHead
  fetched: StreamCursor
  waiting: readonly StreamItem[]
}

/**
 * Pulls every stream to the head that the server signed, merged in the order in which the server took the records in. What is
 * applied and how far each stream has come commit in one transaction. Returns how many records came. Rule: Y12, Y13.
 */
export async function pull(pulling: Pulling, heads: readonly StreamHead[]): Promise<Result<number, SyncProblem>> {
  const { db, server } = pulling
  if (heads.some(head => !isStreamHeadGenuine(server.publicKey, server.tenant, head)))
    return refuse({ type: 'server-not-genuine' })
  const readings = heads.map(target => startReading(db, target)).filter(({ target, fetched }) => fetched.n < target.n)
  const trusted = trustedLogs(db, server)
  let count = 0
  while (readings.some(isBehind)) {
    const fetched = await fetchMissing(pulling, readings)
    if (!fetched.ok) return fetched
    const applied = await applyReady(pulling, trusted, readings)
    if (!applied.ok) return applied
    count += applied.value
  }
  return ok(count)
}

const isBehind = ({ fetched, target, waiting }: Reading): boolean => fetched.n < target.n || waiting.length > 0

function startReading(db: Database, target: StreamHead): Reading {
  const cursor = streamCursor(db, target.stream)
  const isContradicted =
    cursor.n > target.n || (cursor.n === target.n && !sameBytes(cursor.runningHash, fromHex(target.runningHash)))
  if (isContradicted) restartStream(db, target)
  return { target, fetched: streamCursor(db, target.stream), waiting: [] }
}

async function fetchMissing(
  { db, link, server }: Pulling,
  readings: readonly Reading[],
): Promise<Result<null, SyncProblem>> {
  for (const reading of readings) {
    if (reading.waiting.length > 0 || reading.fetched.n >= reading.target.n) continue
    const { stream, n, runningHash } = reading.fetched
    const path = `/v1/streams/${stream}?after=${n}&hash=${hex(runningHash)}&bytes=${pageBytes}`
    const answer = await ask(link, { method: 'GET', path })
    if (!answer.ok) {
      if (answer.refusal.type === 'stream-differs') restartStream(db, reading.target)
      return answer
    }
    const page = decodePullPage(answer.value)
    if (!page.ok) return refuse({ type: 'answer-malformed', where: `stream ${page.refusal}` })
    const proved = readPage(server, reading.fetched, page.value, seq => ownHashAt(db, seq))
    if (!proved.ok) return proved
    if (proved.value.length === 0) return refuse({ type: 'stream-broken', stream })
    reading.waiting = proved.value.filter(item => item.n <= reading.target.n)
    reading.fetched = reading.waiting.at(-1) ?? reading.fetched
  }
  return ok(null)
}

async function applyReady(
  pulling: Pulling,
  trusted: TrustedLogs,
  readings: readonly Reading[],
): Promise<Result<number, SyncProblem>> {
  const ready = mergeStreams(
    readings.map(({ waiting, fetched, target }) => ({ items: waiting, isWhole: fetched.n >= target.n })),
  )
  const judged = await judgeItems(trusted, ready)
  if (!judged.ok) return judged
  const items = judged.value
  if (pulling.link.signal.aborted) return refuse(givenUp)
  const cursors = new Map(ready.map(({ stream, n, runningHash }) => [stream, { stream, n, runningHash }]))
  try {
    commit(pulling, items, [...cursors.values()], readings)
  } catch {
    return refuse({ type: 'page-not-applied' })
  }
  for (const reading of readings) reading.waiting = reading.waiting.filter(item => !ready.includes(item))
  pulling.onApplied(items.filter(isBookable))
  return ok(items.length)
}

function commit(
  { db, apply }: Pulling,
  items: readonly PulledItem[],
  cursors: readonly StreamCursor[],
  readings: readonly Reading[],
): void {
  const targets = new Map(readings.map(({ target }) => [target.stream, target]))
  const together = db.transaction(() => {
    apply(items)
    wantBlobs(db, items.filter(isBookable))
    for (const cursor of cursors) {
      setStreamCursor(db, cursor)
      const target = targets.get(cursor.stream)
      if (target?.n === cursor.n) keepStreamHead(db, target)
    }
  })
  together.immediate()
}
