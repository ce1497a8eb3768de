import type { Desk } from '../command/desk.ts'
import type { Environment } from '../environment.ts'
import type { SyncAnswer } from '../query/answers.ts'
import type { SyncRefusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { backOffMs } from './back-off.ts'
import { batchSize } from './batch-size.ts'
import { connectHeadOffice } from './connect-head-office.ts'
import { knownServer } from './known-server.ts'
import { type Later, realLater } from './later.ts'
import { serverLink } from './server-link.ts'
import { type Phase, runSession } from './session.ts'
import type { SyncProblem } from './sync-problem.ts'
import { syncStatus } from './sync-status.ts'
import type { OpenTransport } from './transport.ts'

export interface SyncClientParts {
  readonly books: Books
  readonly desk: Desk
  readonly transport: OpenTransport
  readonly environment: Environment
  /** Where something changed; `sync` whenever the status did. */
  readonly onChange: (topics: readonly string[]) => void
  readonly later?: Later
}

export interface SyncClient {
  readonly connect: (serverUrl: string, code: string) => Promise<Result<SyncAnswer, SyncRefusal>>
  /** One round now, or the end of the one under way. A server that cannot be reached is a status, not a refusal. */
  readonly syncNow: () => Promise<Result<SyncAnswer, SyncRefusal>>
  readonly status: () => SyncAnswer
  /** Keeps in step with the server in the background until stopped. */
  readonly start: () => void
  /** Resolves when nothing of it touches the books any more. */
  readonly stop: () => Promise<void>
  /** There is something new to send: it goes out soon, unless the client waits after a failure. */
  readonly wake: () => void
}

const restMs = 60_000
const wakeMs = 1_000
/** A session that moves nothing for this long is given up and begun anew. */
const stallMs = 5 * 60_000

/** Brings this installation and its server to the same state whenever that is possible, and never in anybody's way. Rule: Y15. */
export function createSyncClient(parts: SyncClientParts): SyncClient {
  const { books, desk, transport, environment, onChange, later = realLater } = parts
  const size = batchSize()
  let phase: Phase | null = null
  let problem: SyncProblem | null = null
  let failures = 0
  let nextTryAt: string | null = null
  let running: Promise<void> | null = null
  let controller = new AbortController()
  let isStarted = false
  let cancelNext = (): void => undefined

  const tell = (topics: readonly string[] = ['sync']): void => onChange(topics)
  const status = (): SyncAnswer => syncStatus(books.db, { phase, problem, nextTryAt })

  async function session(): Promise<void> {
    const server = knownServer(books.db)
    const opened = server && transport(server.url)
    if (!server || !opened?.ok) return
    controller = new AbortController()
    const { signal } = controller
    const watchdog = watching(later, () => controller.abort())
    const link = serverLink(books.db, { transport: opened.value, log: desk.log, signal, now: environment.now })
    const onPhase = (now: Phase): void => {
      phase = now
      tell()
    }
    const onProgress = (topics: readonly string[]): void => {
      watchdog.progress()
      if (topics.length > 0) tell(topics)
    }
    const failed = (): Result<null, SyncProblem> => refuse({ type: 'engine-failed' })
    const ended = await runSession({ books, desk, link, size, onPhase, onProgress }, server).catch(failed)
    watchdog.end()
    problem = ended.ok ? null : ended.refusal
    failures = ended.ok ? 0 : failures + 1
  }

  async function runOnce(): Promise<void> {
    cancelNext()
    nextTryAt = null
    running ??= session().finally(() => {
      running = null
      phase = null
    })
    await running
    if (isStarted) scheduleNext()
    tell()
  }

  function scheduleNext(): void {
    cancelNext()
    if (!knownServer(books.db)) return
    const delayMs =
      failures === 0 ? restMs : Math.max(backOffMs(failures, environment.randomBytes), askedToWaitMs(problem))
    if (failures > 0) nextTryAt = new Date(Date.parse(environment.now()) + delayMs).toISOString()
    cancelNext = later(delayMs, () => void runOnce())
  }

  return {
    status,
    async connect(serverUrl, code) {
      const { signal } = new AbortController()
      const connected = await connectHeadOffice({ books, log: desk.log, open: transport, serverUrl, code, signal })
      if (!connected.ok) return connected
      await runOnce()
      return ok(status())
    },
    async syncNow() {
      if (!knownServer(books.db)) return refuse({ type: 'not-connected' })
      await runOnce()
      return ok(status())
    },
    start() {
      isStarted = true
      cancelNext = later(0, () => void runOnce())
    },
    async stop() {
      isStarted = false
      cancelNext()
      controller.abort()
      await running
    },
    wake() {
      if (!isStarted || running || failures > 0) return
      cancelNext()
      cancelNext = later(wakeMs, () => void runOnce())
    },
  }
}

const askedToWaitMs = (problem: SyncProblem | null): number =>
  problem?.type === 'too-many-requests' ? problem.retryAfterSeconds * 1000 : 0

function watching(later: Later, onStall: () => void): { readonly progress: () => void; readonly end: () => void } {
  let cancel = later(stallMs, onStall)
  return {
    progress: () => {
      cancel()
      cancel = later(stallMs, onStall)
    },
    end: () => cancel(),
  }
}
