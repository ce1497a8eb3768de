import { absoluteMinor, type Money } from './amount.ts'
import { minorUnitOf } from './currency.ts'

/** The amount as plain decimal text with exactly the currency's decimals: `-1234.50`, `1500` for UGX. Never `-0.00`. */
export function decimalText({ amountMinor, currency }: Money): string {
  const decimals = minorUnitOf(currency)
  const digits = absoluteMinor(amountMinor)
    .toString()
    .padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = amountMinor < 0n ? '-' : ''
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`
}
