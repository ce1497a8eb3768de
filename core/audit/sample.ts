import { hex, sha256, utf8 } from '../crypto/hash.ts'
import type { RecordRef } from '../journal/record.ts'
import { sumMinor } from '../money/amount.ts'
import type { SampleMethod } from './sample-method.ts'

/** A record that a sample may have, with what it moved. */
export interface Candidate {
  readonly record: RecordRef
  readonly amountMinor: bigint
}

export interface Drawing {
  readonly method: SampleMethod
  /** How many are wanted; fewer come when there are not so many, or when one record is met several times. */
  readonly size: number
  /** Fixes what chance decides: the same seed over the same records draws the same sample, on any device and on paper. */
  readonly seed: string
}

/** Chosen from the population; the records in the order of their devices' logs. Rule: V20. */
export function sampleOf(population: readonly Candidate[], { method, size, seed }: Drawing): readonly Candidate[] {
  const ordered = population.toSorted((a, b) => byPlace(a.record, b.record))
  switch (method) {
    case 'random':
      return lowestRanks(ordered, size, seed)
    case 'monetary-unit':
      return metByAmount(ordered, size, seed)
    case 'largest':
      return largest(ordered, size)
  }
}

const byPlace = (a: RecordRef, b: RecordRef): number => (a.log === b.log ? a.seq - b.seq : a.log < b.log ? -1 : 1)

/** SHA-256 of `seed log/seq`, in hexadecimal digits: whose is among the lowest is in the sample, whatever else is in the books. */
export const rankOf = (seed: string, { log, seq }: RecordRef): string => hex(sha256(utf8(`${seed} ${log}/${seq}`)))

function lowestRanks(ordered: readonly Candidate[], size: number, seed: string): readonly Candidate[] {
  const ranked = ordered.map(candidate => ({ candidate, rank: rankOf(seed, candidate.record) }))
  const chosen = new Set(
    ranked
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
      .slice(0, size)
      .map(({ candidate }) => candidate),
  )
  return ordered.filter(candidate => chosen.has(candidate))
}

/**
 * Every n-th minor unit of the population laid end to end, from a start below n that the seed gives: what moved more is met more
 * often, and what moved n or more is always met. Source: monetary-unit sampling with a fixed interval, ISA 530, appendix 4.
 */
function metByAmount(ordered: readonly Candidate[], size: number, seed: string): readonly Candidate[] {
  const interval = intervalOf(ordered, size)
  let nextUnit = 1n + (BigInt(`0x${hex(sha256(utf8(seed)))}`) % interval)
  let unitsBefore = 0n
  return ordered.filter(({ amountMinor }) => {
    unitsBefore += amountMinor
    if (nextUnit > unitsBefore) return false
    nextUnit += ((unitsBefore - nextUnit) / interval + 1n) * interval
    return true
  })
}

/** Rounded up, so that no more records are met than are wanted. */
export function intervalOf(population: readonly Candidate[], size: number): bigint {
  const totalMinor = sumMinor(population.map(({ amountMinor }) => amountMinor))
  const wanted = BigInt(size)
  return totalMinor < wanted ? 1n : (totalMinor + wanted - 1n) / wanted
}

/** Of equal ones, the earlier. */
function largest(ordered: readonly Candidate[], size: number): readonly Candidate[] {
  const chosen = new Set(
    ordered
      .toSorted((a, b) => (a.amountMinor === b.amountMinor ? 0 : a.amountMinor > b.amountMinor ? -1 : 1))
      .slice(0, size),
  )
  return ordered.filter(candidate => chosen.has(candidate))
}
