import { base32, rfcAlphabet } from '../crypto/base32.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { sumMinor } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { DrawSample } from './audit-commands.ts'
import { type Candidate, sampleOf } from './sample.ts'

const seedLength = 8

/**
 * Draws a sample and keeps it as a working paper: what it was drawn from, how, and which records it has. Nothing is posted. Refuses
 * sample-empty. Rules: V20, V21.
 */
export function drawSample(
  population: readonly Candidate[],
  { title, criteria, method, size, seed: repeated }: DrawSample,
  { branch, newId, randomBytes }: Context,
): Result<Decision, Refusal> {
  if (population.length === 0) return refuse({ type: 'sample-empty' })
  const seed = repeated ?? base32(randomBytes(5), seedLength, rfcAlphabet)
  return ok({
    type: 'audit.sample-drawn',
    class: 'fact',
    entries: [],
    body: {
      paperId: newId(),
      criteria,
      method,
      size,
      seed,
      population: { count: population.length, amountMinor: sumMinor(population.map(({ amountMinor }) => amountMinor)) },
      items: sampleOf(population, { method, size, seed }).map(({ record }) => record),
    },
    ...noteBlob(title, branch.branchId),
  })
}
