/** A plain number in the locale's digits and groups: `1,203`. Never an amount of money. */
export const formatCount = (count: number, locale: string): string => new Intl.NumberFormat(locale).format(count)

/** A width of paper: `80 mm`, in the locale's digits and order. */
export const formatMillimetres = (width: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'millimeter', unitDisplay: 'short' }).format(width)

/** The number of a record or a receipt: the locale's digits, in one piece. */
export const formatNumber = (number: number, locale: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: false }).format(number)

/** A percentage given as decimal text, to one decimal and with its sign: `+12.5 %`. */
export const formatPercent = (percent: string, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'percent',
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(percent as Intl.StringNumericLiteral)

/** A share given as decimal text, to one decimal: `12.5 %`. */
export const formatShare = (percent: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'percent', maximumFractionDigits: 1 }).format(
    percent as Intl.StringNumericLiteral,
  )
