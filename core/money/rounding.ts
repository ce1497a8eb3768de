import { assert } from '../assert.ts'
import { Decimal } from './decimal.ts'

/**
 * How an exact amount becomes a whole one. The half modes go to the nearer neighbour and differ where it is exactly between two:
 * up is away from zero, down is towards it, even is to the even one. Ceiling and floor go towards more and less, so they are not symmetric.
 */
export const roundingModes = ['half-up', 'half-even', 'half-down', 'up', 'down', 'ceiling', 'floor'] as const
export type RoundingMode = (typeof roundingModes)[number]

export interface Rounding {
  readonly mode: RoundingMode
  /** The place: a multiple of the minor unit. 1n rounds to the currency's smallest unit. */
  readonly multipleMinor: bigint
}

/** A rounded amount with what it was rounded from; `difference` is what rounding added, in minor units, so that nothing is lost. */
export interface Rounded {
  readonly amountMinor: bigint
  readonly exact: Decimal
  readonly difference: Decimal
}

const libraryMode = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  'half-down': Decimal.ROUND_HALF_DOWN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  ceiling: Decimal.ROUND_CEIL,
  floor: Decimal.ROUND_FLOOR,
} as const satisfies Readonly<Record<RoundingMode, number>>

/** An exact amount of minor units, rounded as it is told and in no other way. Rule: M6. Source of the modes: IEEE 754-2019, section 4.3. */
export function roundMinor(exact: Decimal, { mode, multipleMinor }: Rounding): Rounded {
  assert(multipleMinor > 0n, 'a place to round to is positive')
  const rounded = exact.toNearest(multipleMinor.toString(), libraryMode[mode])
  return { amountMinor: BigInt(rounded.toString()), exact, difference: rounded.minus(exact) }
}

/** To the given number of decimals, for figures that are no amounts. */
export const roundDecimals = (exact: Decimal, decimals: number, mode: RoundingMode): Decimal =>
  exact.toDecimalPlaces(decimals, libraryMode[mode])
