/** The number of a receipt, a copy or a page, in the digits of the paper's locale and in one piece: `1203`. Rule: D18. */
export const printedNumber = (number: number, locale: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: false }).format(number)
