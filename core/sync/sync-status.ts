import type { Database } from 'better-sqlite3'
import type { SyncAnswer } from '../query/sync-answers.ts'
import { unsentAnswer } from '../query/unsent.ts'
import { type KnownServer, knownServer } from './known-server.ts'
import type { Phase } from './session.ts'
import type { SyncProblem } from './sync-problem.ts'

export interface SyncMoment {
  readonly phase: Phase | null
  readonly problem: SyncProblem | null
  readonly nextTryAt: string | null
}

/** What a person can know of the sync at this moment: where it stands, what waits and since when, and what went wrong last. */
export function syncStatus(db: Database, { phase, problem, nextTryAt }: SyncMoment): SyncAnswer {
  const server = knownServer(db)
  if (!server) return { state: 'not-connected', unsent: unsentAnswer(db), acknowledgedSeq: 0 }
  return {
    state: stateOf(server, phase, problem),
    serverUrl: server.url,
    unsent: unsentAnswer(db),
    acknowledgedSeq: server.acknowledgedSeq,
    ...(server.lastContactAt ? { lastContactAt: server.lastContactAt } : {}),
    ...(nextTryAt ? { nextTryAt } : {}),
    ...(problem ? { lastProblem: problem.type } : {}),
  }
}

function stateOf(
  { frozenEvidence, isRevoked }: KnownServer,
  phase: Phase | null,
  problem: SyncProblem | null,
): SyncAnswer['state'] {
  if (isRevoked === 1) return 'revoked'
  if (frozenEvidence !== null) return 'frozen'
  return phase ?? (problem ? 'waiting' : 'idle')
}
