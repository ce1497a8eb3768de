import { countedMinor, type DenominationCount } from '../money/denominations.ts'

/** What a count finds beyond the books: positive is over, negative is short, zero agrees. */
export const overShortMinor = (counts: DenominationCount, expectedMinor: bigint): bigint =>
  countedMinor(counts) - expectedMinor
