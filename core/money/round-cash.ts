import type { Decimal } from './decimal.ts'
import { type Rounded, roundMinor } from './rounding.ts'

/** The smallest pieces that cash is paid in where the smallest coins are gone: multiples of the minor unit. */
export const cashIncrementsMinor = [1n, 5n, 10n, 25n, 50n, 100n, 500n, 1_000n, 5_000n, 10_000n] as const
export type CashIncrementMinor = (typeof cashIncrementsMinor)[number]

export const isCashIncrement = (incrementMinor: bigint): incrementMinor is CashIncrementMinor =>
  cashIncrementsMinor.some(increment => increment === incrementMinor)

/**
 * What changes hands when an amount is settled in cash: the nearest amount that there are pieces for, from the middle away from zero, so
 * that paying out and taking in are rounded alike. The difference is booked; only the cash total of a settlement is rounded. Rule: M7.
 */
export const roundCash = (exact: Decimal, incrementMinor: CashIncrementMinor): Rounded =>
  roundMinor(exact, { mode: 'half-up', multipleMinor: incrementMinor })
