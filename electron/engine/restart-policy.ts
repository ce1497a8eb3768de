const windowMs = 5 * 60_000
const waitsMs = [250, 1_000, 4_000] as const

/** What to do after the engine died: start it again after a while, or leave it down. */
export type AfterDeath = { readonly deathsMs: readonly number[]; readonly restartInMs: number | null }

/** Three restarts within five minutes, each after a longer wait. What dies four times in that time will die again. */
export function afterDeath(earlierDeathsMs: readonly number[], nowMs: number): AfterDeath {
  const recent = earlierDeathsMs.filter(deathMs => nowMs - deathMs < windowMs)
  return { deathsMs: [...recent, nowMs], restartInMs: waitsMs[recent.length] ?? null }
}
