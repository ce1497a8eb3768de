import { type BusinessDate, isBusinessDate } from '../calendar/business-date.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { type AmountMalformed, parseAmount } from '../money/parse-amount.ts'
import { ok, type Result } from '../result.ts'

export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]
export const decimalMarks = ['.', ','] as const
export type DecimalMark = (typeof decimalMarks)[number]

/** How days and amounts are written in a file. A spreadsheet's own cells come as `2026-03-02` and `1234.5`. */
export interface Formats {
  readonly dateOrder: DateOrder
  readonly decimalMark: DecimalMark
}

const dateParts = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$/

/** A day in the file's order; null for one that is none, also where its year has two digits. Rule: N7. */
export function readDate(text: string, order: DateOrder): BusinessDate | null {
  const [, first = '', second = '', third = ''] = dateParts.exec(text) ?? []
  const iso = first.length === 4
  const [year, month, day] =
    iso || order === 'ymd' ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second]
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isBusinessDate(date) ? date : null
}

const nothing = /^0*(?:[.,]0*)?$/

/** An amount with the file's decimal mark, exactly; zero and an empty cell are zero. Refuses what would need rounding. Rule: N7. */
export const readAmount = (text: string, currency: CurrencyCode, mark: DecimalMark): Result<bigint, AmountMalformed> =>
  nothing.test(text) || text === '-' ? ok(0n) : parseAmount(text, currency, mark === '.' ? 'en' : 'de')

/**
 * The formats that the file's own values speak for: a part over 12 is a day, and a mark before one, two or more than three digits at the
 * end is the decimal mark. Where nothing speaks, days begin with the year or the day, and decimals with a point. A day that begins with its
 * year is read in any order, and says nothing of the others.
 */
export function guessFormats(values: readonly string[]): Formats {
  return { dateOrder: guessDateOrder(values), decimalMark: guessDecimalMark(values) }
}

function guessDateOrder(values: readonly string[]): DateOrder {
  const dates = values.flatMap(value => {
    const [, first, second, third] = dateParts.exec(value) ?? []
    return first && second && third && first.length < 4 ? [{ first, second }] : []
  })
  if (dates.length === 0) return 'ymd'
  const [dayFirst, monthFirst] = [
    dates.filter(({ first, second }) => Number(first) > 12 && Number(second) <= 12),
    dates.filter(({ first, second }) => Number(second) > 12 && Number(first) <= 12),
  ]
  return monthFirst.length > dayFirst.length ? 'mdy' : 'dmy'
}

function guessDecimalMark(values: readonly string[]): DecimalMark {
  const ends = values.flatMap(value => {
    const [, mark, digits] = /^[\d.,' \u00a0\u202f]*\d([.,])(\d+)$/.exec(value) ?? []
    return mark && digits && digits.length !== 3 && !dateParts.test(value) ? [mark] : []
  })
  const commas = ends.filter(mark => mark === ',').length
  return commas > ends.length - commas ? ',' : '.'
}
