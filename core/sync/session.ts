import type { Desk } from '../command/desk.ts'
import { topicsOf } from '../command/topics-of.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { isLogStopped } from '../storage/salvage.ts'
import { admitPending } from './admit-pending.ts'
import { appendPulled } from './append-pulled.ts'
import type { BatchSize } from './batch-size.ts'
import { keepForkedLogs } from './forked-logs.ts'
import { type KnownServer, keepCurrent, knownServer } from './known-server.ts'
import { askJson, givenUp, type Link } from './link.ts'
import { type Overview, overviewSchema } from './protocol.ts'
import { pull } from './pull.ts'
import { pullBlobs } from './pull-blobs.ts'
import { push } from './push.ts'
import { pushBlobs } from './push-blobs.ts'
import { reconcile } from './reconcile.ts'
import type { SyncProblem } from './sync-problem.ts'

export type Phase = 'pushing' | 'pulling'

export interface Session {
  readonly books: Books
  readonly desk: Desk
  readonly link: Link
  readonly size: BatchSize
  readonly onPhase: (phase: Phase) => void
  /** Called whenever something has arrived at either end; `topics` changed here. */
  readonly onProgress: (topics: readonly string[]) => void
}

/**
 * One round with the server: ask where both stand, push, pull, then what is large. Each part is tried whatever became of the
 * others, so nothing that is refused on one side holds up the other. Gives back the first problem met.
 */
export async function runSession(session: Session, server: KnownServer): Promise<Result<null, SyncProblem>> {
  const overview = await askJson(session.link, { method: 'GET', path: '/v1/streams' }, overviewSchema)
  if (!overview.ok) return overview
  if (overview.value.forked) keepForkedLogs(session.books.db, overview.value.forked)
  const pushed = await pushPart(session, server, overview.value)
  if (session.link.signal.aborted) return refuse(givenUp)
  const pulled = await pullPart(session, server, overview.value)
  const problem = [pushed, pulled].find(part => !part.ok)
  return problem ?? ok(null)
}

async function pushPart(
  session: Session,
  server: KnownServer,
  { log, pending }: Overview,
): Promise<Result<null, SyncProblem>> {
  const { books, desk, link, size, onPhase, onProgress } = session
  onPhase('pushing')
  const agreed = await reconcile(books.db, link, server, log)
  if (!agreed.ok) return isLogStopped(books.db) ? deliverBlobs(session, agreed) : agreed
  const topics = admitPending(books, desk, server, pending)
  if (topics.length > 0) onProgress(topics)
  const pushed = await push(books.db, link, size, () => onProgress(['sync', 'journal']))
  if (!pushed.ok) return pushed
  const blobs = await pushBlobs(books.db, link, () => onProgress([]))
  return blobs.ok ? ok(null) : blobs
}

/** What belongs to records that the server took before it stopped the log still goes to it; the log's trouble stays the news. Rule: Y36. */
async function deliverBlobs(
  { books, link, onProgress }: Session,
  stopped: Result<null, SyncProblem>,
): Promise<Result<null, SyncProblem>> {
  await pushBlobs(books.db, link, () => onProgress([]))
  return stopped
}

async function pullPart(session: Session, before: KnownServer, overview: Overview): Promise<Result<null, SyncProblem>> {
  const { books, desk, link, onPhase, onProgress } = session
  onPhase('pulling')
  const pulled = await pull(
    {
      db: books.db,
      link,
      server: knownServer(books.db) ?? before,
      apply: items => appendPulled(books.db, items, desk.environment.now()),
      onApplied: records => onProgress(['sync', ...new Set(records.flatMap(({ record }) => topicsOf(record)))]),
    },
    overview.streams,
  )
  if (!pulled.ok) return pulled
  keepCurrent(books.db, overview)
  const blobs = await pullBlobs(books.db, link, () => onProgress([]))
  if (!blobs.ok) return blobs
  const subjects = blobs.value.map(({ subject, name }) => (name === 'staff-profile' ? 'staff' : `client/${subject}`))
  if (subjects.length > 0) onProgress(subjects)
  return ok(null)
}
