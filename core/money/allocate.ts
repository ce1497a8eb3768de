import { ok, type Result, refuse } from '../result.ts'
import { absoluteMinor, sumMinor } from './amount.ts'

export type NothingToAllocateBy = { readonly type: 'weights-not-positive' }

/** Places of the largest remainders, as many as there are units left; of equal ones the earlier. */
function placesOfLargest(remainders: readonly bigint[], count: bigint): ReadonlySet<number> {
  const places = remainders.map((_, place) => place)
  const remainderAt = (place: number): bigint => remainders[place] ?? 0n
  places.sort((one, other) => {
    const excess = remainderAt(other) - remainderAt(one)
    return excess === 0n ? one - other : excess > 0n ? 1 : -1
  })
  return new Set(places.slice(0, Number(count)))
}

/**
 * Splits an amount in proportion to weights without losing a unit: each part is its exact share rounded towards zero, and the units that
 * are left go to the largest remainders, of equal ones to the earlier. A negative amount is split as its opposite.
 * Refuses weights-not-positive: a negative weight, or none above zero. Rule: M8. Source: Hamilton's method of largest remainders.
 */
export function allocate(
  amountMinor: bigint,
  weights: readonly bigint[],
): Result<readonly bigint[], NothingToAllocateBy> {
  const total = sumMinor(weights)
  if (total <= 0n || weights.some(weight => weight < 0n)) return refuse({ type: 'weights-not-positive' })
  const magnitude = absoluteMinor(amountMinor)
  const whole = weights.map(weight => (magnitude * weight) / total)
  const remainders = weights.map(weight => (magnitude * weight) % total)
  const raised = placesOfLargest(remainders, magnitude - sumMinor(whole))
  const sign = amountMinor < 0n ? -1n : 1n
  return ok(whole.map((part, place) => sign * (raised.has(place) ? part + 1n : part)))
}
