import { z } from 'zod'
import { assert } from '../assert.ts'
import { cashIncrementOf } from './cash-increments.ts'
import type { CurrencyCode } from './currency.ts'

/** A count of cash: how many pieces of each face value (minor units, largest first). */
export const denominationCountSchema = z
  .array(
    z.strictObject({
      faceMinor: z.bigint().positive().max(10_000_000_000n),
      pieces: z.int().min(0).max(1_000_000),
    }),
  )
  .max(40)
  .refine(counts => new Set(counts.map(count => count.faceMinor)).size === counts.length, { error: 'repeated-face' })
export type DenominationCount = z.infer<typeof denominationCountSchema>

export const countedMinor = (counts: DenominationCount): bigint =>
  counts.reduce((sumMinor, { faceMinor, pieces }) => sumMinor + faceMinor * BigInt(pieces), 0n)

/** Notes and coins in daily use, largest first, in minor units. Source: the central banks' own lists, 2025. */
const faces: Partial<Record<CurrencyCode, readonly bigint[]>> = {
  KES: [100000n, 50000n, 20000n, 10000n, 5000n, 4000n, 2000n, 1000n, 500n, 100n, 50n],
  UGX: [50000n, 20000n, 10000n, 5000n, 2000n, 1000n, 500n, 200n, 100n, 50n],
  TZS: [1000000n, 500000n, 200000n, 100000n, 50000n, 20000n, 10000n, 5000n],
  USD: [10000n, 5000n, 2000n, 1000n, 500n, 200n, 100n, 50n, 25n, 10n, 5n, 1n],
  EUR: [20000n, 10000n, 5000n, 2000n, 1000n, 500n, 200n, 100n, 50n, 20n, 10n, 5n, 2n, 1n],
  INR: [50000n, 20000n, 10000n, 5000n, 2000n, 1000n, 500n, 200n, 100n],
  XOF: [10000n, 5000n, 2000n, 1000n, 500n, 250n, 200n, 100n, 50n, 25n, 10n, 5n],
  ETB: [20000n, 10000n, 5000n, 1000n, 500n, 100n, 50n, 25n, 10n, 5n],
}

const generic = [1000n, 500n, 200n, 100n, 50n, 20n, 10n, 5n, 2n, 1n]

/**
 * The face values to offer when counting a currency's cash; a plain 1-2-5 series where no list is known. The last one measures every
 * amount that cash may come to: where coins that small are rare, the smallest sum stands there as a face of its own. Rule: C19.
 */
export function denominationsOf(currency: CurrencyCode, minorUnit: number): readonly bigint[] {
  assert(minorUnit >= 0 && minorUnit <= 4, 'a minor unit has 0 to 4 decimals')
  const known = faces[currency] ?? generic.map(face => face * 10n ** BigInt(minorUnit))
  const smallest = cashIncrementOf(currency)
  return known.some(face => smallest % face === 0n) ? known : [...known, smallest]
}
