import type { Entry } from '../journal/record.ts'
import { postingAccounts } from '../ledger/posting-accounts.ts'
import { sumMinor } from '../money/amount.ts'
import { countedMinor, type DenominationCount } from '../money/denominations.ts'

/** What a count finds beyond the books: positive is over, negative is short, zero agrees. */
export const overShortMinor = (counts: DenominationCount, expectedMinor: bigint): bigint =>
  countedMinor(counts) - expectedMinor

/** What entries book as over (positive) or short (negative). */
export const bookedOverShortMinor = (entries: readonly Entry[]): bigint =>
  -sumMinor(
    entries
      .flatMap(({ lines }) => lines)
      .filter(({ account }) => account === postingAccounts.cashOver || account === postingAccounts.cashShort)
      .map(({ amountMinor }) => amountMinor),
  )
