import { v7 } from 'uuid'
import { randomBytes } from '../crypto/random-bytes.ts'
import type { Environment } from '../environment.ts'
import type { Timekeeper } from './timekeeper.ts'

/** The computer's own clock, ids and randomness: what a real installation runs on. */
export const localEnvironment: Environment = {
  now: () => new Date().toISOString(),
  newId: () => v7(),
  randomBytes,
}

export const localTimekeeper: Timekeeper = {
  elapsedMs: () => performance.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
