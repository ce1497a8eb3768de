import type { Environment } from '../environment.ts'
import { inWeather } from './meet-fault.ts'
import type { Timekeeper } from './timekeeper.ts'

export interface IdleLock {
  /** Somebody is there. */
  readonly touch: () => void
  /** Locks now if nobody has been there for too long, such as after the lid was closed. */
  readonly check: () => void
  readonly stop: () => void
}

export interface IdleLockOptions {
  readonly timekeeper: Timekeeper
  readonly environment: Environment
  /** Minutes without a person after which the window locks; null while there is nothing to lock. */
  readonly minutes: () => number | null
  readonly lock: () => void
  /** Hears why nobody could be looked for. */
  readonly onFault: (fault: unknown) => void
}

const checkEveryMs = 5_000

/**
 * Locks when nobody has touched the program for a while. Elapsed time stands still while a laptop sleeps, and a clock can be
 * set back; so the longer of the two counts.
 */
export function watchIdle({ timekeeper, environment, minutes, lock, onFault }: IdleLockOptions): IdleLock {
  const clockMs = (): number => Date.parse(environment.now())
  let touchedMs = timekeeper.elapsedMs()
  let touchedClockMs = clockMs()
  let cancel = (): void => undefined

  const check = (): void => {
    const limit = minutes()
    if (limit === null) return
    const idleMs = Math.max(timekeeper.elapsedMs() - touchedMs, clockMs() - touchedClockMs)
    if (idleMs >= limit * 60_000) lock()
  }
  const tick = (): void => {
    inWeather(onFault, check)
    cancel = timekeeper.after(checkEveryMs, tick)
  }
  cancel = timekeeper.after(checkEveryMs, tick)

  return {
    touch: () => {
      touchedMs = timekeeper.elapsedMs()
      touchedClockMs = clockMs()
    },
    check,
    stop: () => cancel(),
  }
}
