import { expect, test } from 'vitest'
import { afterDeath } from '../../../electron/engine/restart-policy.ts'

/** The waits after deaths at these moments, in milliseconds. */
function waits(momentsMs: readonly number[]): (number | null)[] {
  let deathsMs: readonly number[] = []
  return momentsMs.map(momentMs => {
    const next = afterDeath(deathsMs, momentMs)
    deathsMs = next.deathsMs
    return next.restartInMs
  })
}

test('[W9] three restarts within five minutes, each after a longer wait, and then none', () => {
  expect(waits([0, 1_000, 2_000, 3_000])).toEqual([250, 1_000, 4_000, null])
})

test('[W9] a death of long ago is forgotten', () => {
  const minute = 60_000
  expect(waits([0, 2 * minute, 4 * minute, 5 * minute, 6 * minute])).toEqual([250, 1_000, 4_000, 4_000, null])
  expect(waits([0, 10 * minute, 20 * minute, 30 * minute])).toEqual([250, 250, 250, 250])
})
