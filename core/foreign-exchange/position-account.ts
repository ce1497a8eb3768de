import type { CurrencyCode } from '../money/currency.ts'

/** The sub-account of a currency's position and of its counter-value: the code's three letters, written as a UUID. */
export const positionOf = (currency: CurrencyCode): string =>
  `00000000-0000-4000-8000-000000${[...currency].map(letter => (letter.codePointAt(0) ?? 0).toString(16)).join('')}`
