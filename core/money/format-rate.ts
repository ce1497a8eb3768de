import type { Rate } from './rate.ts'

/** A rate with all its decimals, and two at least, as prices are told: `128.50`; in the locale's digits and marks. */
export const formatRate = (rate: Rate, locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 12 }).format(
    rate as unknown as Intl.StringNumericLiteral,
  )

interface MiddleRate {
  readonly currency: string
  readonly quote: string
  readonly mid: Rate
}

/**
 * `1 USD = KES 129.50, 1 EUR = KES 140.50`: each rate read from left to right and by itself, for among Arabic words its figure would
 * come to stand beside the next currency; and an amount never on another line than its currency.
 */
export const ratesText = (rates: readonly MiddleRate[], locale: string): string =>
  rates
    .map(({ currency, quote, mid }) => `\u20661\u00a0${currency} = ${quote}\u00a0${formatRate(mid, locale)}\u2069`)
    .join(', ')
