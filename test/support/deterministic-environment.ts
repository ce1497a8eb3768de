import { createHash } from 'node:crypto'
import type { Environment } from '../../core/environment.ts'

/** Time, ids and chance that are the same in every run: the clock moves one second at each look. */
export interface TestEnvironment extends Environment {
  /** Sets the clock; the next look gives this instant. */
  readonly setClock: (iso: string) => void
}

export function testEnvironment(seed = 'seed', start = '2026-03-02T07:00:00.000Z'): TestEnvironment {
  let clock = Date.parse(start)
  let draws = 0
  const randomBytes = (count: number): Uint8Array => {
    const out = new Uint8Array(count)
    for (let at = 0; at < count; at += 32)
      out.set(
        createHash('sha256')
          .update(`${seed}/${draws++}`)
          .digest()
          .subarray(0, Math.min(32, count - at)),
        at,
      )
    return out
  }
  const newId = (): string => {
    const head = clock.toString(16).padStart(12, '0')
    const tail = Buffer.from(randomBytes(10)).toString('hex')
    return `${head.slice(0, 8)}-${head.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6, 18)}`
  }
  const now = (): string => {
    clock += 1000
    return new Date(clock).toISOString()
  }
  const setClock = (iso: string): void => {
    clock = Date.parse(iso) - 1000
  }
  return { now, newId, randomBytes, setClock }
}
