import type { Desk } from '../command/desk.ts'
import type { Environment } from '../environment.ts'
import type { SyncAnswer } from '../query/sync-answers.ts'
import type { SyncRefusal } from '../refusals/sync-refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Books } from '../storage/books.ts'
import { askedToWaitMs, backOffMs } from './back-off.ts'
import { connectHeadOffice } from './connect-head-office.ts'
import { knownServer } from './known-server.ts'
import { type Later, realLater } from './later.ts'
import { createRounds, type Rounds } from './rounds.ts'
import { syncStatus } from './sync-status.ts'
import type { OpenTransport } from './transport.ts'

export interface SyncClientParts {
  readonly books: Books
  readonly desk: Desk
  readonly transport: OpenTransport
  readonly environment: Environment
  /** Where something changed; `sync` whenever the status did. */
  readonly onChange: (topics: readonly string[]) => void
  /** Hears what went wrong here, not on the way nor at the server. */
  readonly onFault: (fault: unknown) => void
  readonly later?: Later
}

export interface SyncClient {
  /** Enrols this installation as head office and syncs for the first time. */
  readonly connect: (serverUrl: string, code: string) => Promise<Result<SyncAnswer, SyncRefusal>>
  /** One round now, or the end of the one under way. A server that cannot be reached is a status, not a refusal. */
  readonly syncNow: () => Promise<Result<SyncAnswer, SyncRefusal>>
  readonly status: () => SyncAnswer
  /** Keeps in step with the server in the background until stopped. */
  readonly start: () => void
  /** For good: from here on the books may be closed. Resolves when the session under way has ended. */
  readonly stop: () => Promise<void>
  /** There is something new to send: it goes out soon, unless the client waits after a failure. */
  readonly wake: () => void
}

const restMs = 60_000
const wakeMs = 1_000

/** Brings this installation and its server to the same state whenever that is possible, and never in anybody's way. Rule: Y15. */
export function createSyncClient(parts: SyncClientParts): SyncClient {
  const { books, desk, transport, environment, onChange, onFault, later = realLater } = parts
  const rounds = createRounds(parts)
  let isStarted = false
  let isStopped = false
  let nextTryAt: string | null = null
  /** The next round is near enough: more news does not put it off, however fast it comes. */
  let isNextSoon = false
  let cancelNext = (): void => undefined

  const status = (): SyncAnswer => syncStatus(books.db, { phase: rounds.phase(), problem: rounds.problem(), nextTryAt })

  function runIn(delayMs: number): void {
    cancelNext()
    isNextSoon = delayMs <= wakeMs
    cancelNext = later(delayMs, () => void runInBackground())
  }

  /** Nobody waits for it: what it throws would end the process. The next round begins all the same. Rule: Y40. */
  async function runInBackground(): Promise<void> {
    try {
      await runOnce()
    } catch (fault) {
      onFault(fault)
      if (!isStopped) runIn(restMs)
    }
  }

  async function runOnce(): Promise<void> {
    cancelNext()
    isNextSoon = false
    nextTryAt = null
    await rounds.run()
    if (isStopped) return
    const delayMs = waitMs(rounds, environment)
    if (isStarted) runIn(delayMs)
    if (isStarted && rounds.failures() > 0) nextTryAt = new Date(Date.parse(environment.now()) + delayMs).toISOString()
    onChange(['sync'])
  }

  return {
    status,
    async connect(serverUrl, code) {
      const { signal } = new AbortController()
      const connected = await connectHeadOffice({ books, log: desk.log, open: transport, serverUrl, code, signal })
      if (!connected.ok) return connected
      await runOnce()
      return isStopped ? refuse({ type: 'not-connected' }) : ok(status())
    },
    async syncNow() {
      if (!knownServer(books.db)) return refuse({ type: 'not-connected' })
      await runOnce()
      return isStopped ? refuse({ type: 'not-connected' }) : ok(status())
    },
    start() {
      isStarted = true
      runIn(0)
    },
    async stop() {
      isStopped = true
      cancelNext()
      await rounds.abort()
    },
    wake() {
      const mayHurry = isStarted && !isStopped && !rounds.isRunning() && rounds.failures() === 0
      if (mayHurry && !isNextSoon) runIn(wakeMs)
    },
  }
}

function waitMs(rounds: Rounds, { randomBytes }: Environment): number {
  const problem = rounds.problem()
  if (!problem) return restMs
  const askedMs = problem.type === 'too-many-requests' ? askedToWaitMs(problem.retryAfterSeconds) : 0
  return Math.max(backOffMs(rounds.failures(), randomBytes), askedMs)
}
