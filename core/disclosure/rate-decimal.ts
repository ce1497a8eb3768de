import { Decimal } from '../money/decimal.ts'

/** Forty digits are enough for a rate to 15 decimals over any term, and roots and powers of them cost a fraction of those of amounts. */
export const RateDecimal = Decimal.clone({ precision: 40 })
