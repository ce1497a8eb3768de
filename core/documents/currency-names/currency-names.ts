import type { CurrencyCode } from '../../money/currency.ts'

/** A currency as it is said after a number: one of them, several of them, and the noun's gender where words agree with it. */
export interface CurrencyName {
  readonly one: string
  readonly many: string
  readonly feminine?: true
}

/** The currencies that microfinance institutions keep books in; for any other the ISO code stands in the words. */
export type CurrencyNames = Readonly<Partial<Record<CurrencyCode, CurrencyName>>>
