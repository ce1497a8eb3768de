import type { Result } from '../result.ts'
import { askedToWaitMs } from './back-off.ts'
import type { Later } from './later.ts'
import type { SyncProblem } from './sync-problem.ts'

const triesMax = 5
const firstPauseMs = 1_000

const pause = (later: Later, delayMs: number): Promise<void> => new Promise(resolve => void later(delayMs, resolve))

/** How long to wait before the next try; null where trying again changes nothing. */
function pauseMs(problem: SyncProblem, tries: number): number | null {
  if (problem.type === 'too-many-requests') return askedToWaitMs(problem.retryAfterSeconds)
  return problem.type === 'server-unreachable' ? firstPauseMs * 2 ** (tries - 1) : null
}

/**
 * Tries again while the server cannot be reached or asks to wait, for what must not be begun anew because a bad line was cut: after
 * five tries in a row that brought nothing (`progress` did not grow) it gives up.
 */
export async function persevere<T>(
  attempt: () => Promise<Result<T, SyncProblem>>,
  progress: () => number,
  later: Later,
): Promise<Result<T, SyncProblem>> {
  let reached = progress()
  for (let tries = 1; ; tries++) {
    const result = await attempt()
    if (result.ok) return result
    if (progress() > reached) tries = 1
    reached = progress()
    const delayMs = pauseMs(result.refusal, tries)
    if (delayMs === null || tries >= triesMax) return result
    await pause(later, delayMs)
  }
}
