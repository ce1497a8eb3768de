import type { RawByAccount } from './figures.ts'
import type { Days } from './statement-request.ts'
import type { Counted } from './trial-balance.ts'

/** The books of one currency in a span of days, as every statement needs them. */
export interface Span {
  readonly days: Days
  readonly counted: ReadonlyMap<string, Counted>
  readonly movements: RawByAccount
  readonly balances: RawByAccount
  readonly currentResultMinor: bigint
  /** Of all currencies translated into one: what positions are worth beyond what they stand at, with what rounding left. */
  readonly translationMinor?: bigint
}
