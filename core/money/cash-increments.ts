import type { CurrencyCode } from './currency.ts'
import { Decimal } from './decimal.ts'
import { type CashIncrementMinor, roundCash } from './round-cash.ts'

/**
 * The smallest sum that there are pieces for, in minor units, where the smaller coins are withdrawn; of any other currency a minor unit.
 * Only what is certain: where small coins are merely rare, nobody is refused for them. Source: CLDR 48 supplemental data, cash rounding.
 */
const increments: Partial<Record<CurrencyCode, CashIncrementMinor>> = {
  CAD: 5n,
  CHF: 5n,
  CZK: 100n,
  DKK: 50n,
  HUF: 500n,
  NOK: 100n,
  SEK: 100n,
}

export const cashIncrementOf = (currency: CurrencyCode): CashIncrementMinor => increments[currency] ?? 1n

/** Whether there are pieces for exactly this amount. */
export const isPayableInCash = (amountMinor: bigint, currency: CurrencyCode): boolean =>
  amountMinor % cashIncrementOf(currency) === 0n

/** What changes hands for an amount that nobody chose; the rest is booked. Rule: C18. */
export const payableMinor = (amountMinor: bigint, currency: CurrencyCode): bigint =>
  roundCash(new Decimal(amountMinor), cashIncrementOf(currency)).amountMinor
