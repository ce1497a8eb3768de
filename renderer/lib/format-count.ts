/** A plain number in the locale's digits and groups: `1,203`. Never an amount of money. */
export const formatCount = (count: number, locale: string): string => new Intl.NumberFormat(locale).format(count)
