import { isRate, type Rate } from '../../core/money/rate.ts'
import { asciiDigit, numberingSystemOf } from '../../core/money/typed-digits.ts'

const decimalMark = (locale: string, numberingSystem: string): string =>
  new Intl.NumberFormat(locale, { numberingSystem }).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ??
  '.'

/**
 * Percent as a person types it in their locale, `4.5`, `4,5` or `٤٫٥`; nothing where it is no rate. A point is read in every locale:
 * rates are not grouped, so that it cannot mean thousands.
 */
export function readPercent(text: string, locale: string): Rate | undefined {
  const typed = text.replace(/[\s%٪\u200e\u200f\u061c]/g, '')
  const system = numberingSystemOf(typed)
  if (system === null) return undefined
  const mark = decimalMark(locale, system)
  const plain = [...typed].map(one => (one === mark ? '.' : asciiDigit(one, system))).join('')
  return isRate(plain) ? plain : undefined
}

/** A rate in the locale's digits, with the decimals that it has and no sign: what `readPercent` reads back. */
export const typedPercent = (rate: Rate, locale: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 12 }).format(
    rate as Intl.StringNumericLiteral,
  )

/** The same as it is told: `4.5%`. */
export const formatPercentRate = (rate: Rate, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'percent', maximumFractionDigits: 12 }).format(
    rate as Intl.StringNumericLiteral,
  )
