import type { Money } from './amount.ts'
import { type CurrencyCode, minorUnitOf } from './currency.ts'
import { decimalText } from './decimal-text.ts'

const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, currency: CurrencyCode): Intl.NumberFormat {
  const name = `${locale}|${currency}`
  let format = formats.get(name)
  if (!format) {
    const decimals = minorUnitOf(currency)
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    formats.set(name, format)
  }
  return format
}

/** The amount in the locale's digits and separators, without the currency: `1,234.50`; negative in parentheses. */
export function formatAmount(money: Money, locale: string): string {
  const magnitude = money.amountMinor < 0n ? { ...money, amountMinor: -money.amountMinor } : money
  const text = numberFormat(locale, money.currency).format(decimalText(magnitude) as Intl.StringNumericLiteral)
  return money.amountMinor < 0n ? `(${text})` : text
}

/** The amount with its ISO code in front: `KES 1,234.50`, `KES (20.00)`. */
export const formatMoney = (money: Money, locale: string): string =>
  `${money.currency}\u00a0${formatAmount(money, locale)}`
