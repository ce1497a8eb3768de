import { ok, type Result, refuse } from '../result.ts'
import { batchSize } from './batch-size.ts'
import type { SyncClientParts } from './client.ts'
import { knownServer } from './known-server.ts'
import { type Later, realLater } from './later.ts'
import { givenUp } from './link.ts'
import { serverLink } from './server-link.ts'
import { type Phase, runSession } from './session.ts'
import type { SyncProblem } from './sync-problem.ts'

/** A session that moves nothing for this long is given up and begun anew. */
const stallMs = 5 * 60_000

/** Runs one session at a time and remembers how the last one ended. */
export interface Rounds {
  /** A new session, or the end of the one under way. Never throws: what goes wrong is the problem afterwards. */
  readonly run: () => Promise<void>
  readonly isRunning: () => boolean
  readonly phase: () => Phase | null
  readonly problem: () => SyncProblem | null
  /** Sessions in a row that ended with a problem. */
  readonly failures: () => number
  /** Gives up the session under way; from here on nothing of it touches the books. Resolves when it has ended. */
  readonly abort: () => Promise<void>
}

export function createRounds(parts: SyncClientParts): Rounds {
  const size = batchSize()
  let running: Promise<void> | null = null
  let controller = new AbortController()
  let phase: Phase | null = null
  let problem: SyncProblem | null = null
  let failures = 0

  async function round(): Promise<void> {
    controller = new AbortController()
    const ended = await session(parts, controller, size, now => {
      phase = now
    })
    phase = null
    problem = ended.ok ? null : ended.refusal
    failures = ended.ok ? 0 : failures + 1
    running = null
  }

  return {
    run: () => {
      running ??= round()
      return running
    },
    isRunning: () => running !== null,
    phase: () => phase,
    problem: () => problem,
    failures: () => failures,
    abort: async () => {
      controller.abort()
      await running
    },
  }
}

async function session(
  { books, desk, transport, environment, onChange, onFault, later = realLater }: SyncClientParts,
  controller: AbortController,
  size: ReturnType<typeof batchSize>,
  setPhase: (phase: Phase) => void,
): Promise<Result<null, SyncProblem>> {
  const watchdog = watching(later, () => controller.abort())
  try {
    const server = knownServer(books.db)
    const opened = server && transport(server.url)
    if (!server || !opened?.ok) return ok(null)
    const { signal } = controller
    const link = serverLink(books.db, { transport: opened.value, log: desk.log, signal, now: environment.now })
    const onPhase = (phase: Phase): void => {
      setPhase(phase)
      onChange(['sync'])
    }
    const onProgress = (topics: readonly string[]): void => {
      watchdog.progress()
      if (topics.length > 0) onChange(topics)
    }
    return await runSession({ books, desk, link, size, onPhase, onProgress }, server)
  } catch (fault) {
    if (controller.signal.aborted) return refuse(givenUp)
    onFault(fault)
    return refuse({ type: 'engine-failed' })
  } finally {
    watchdog.end()
  }
}

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
