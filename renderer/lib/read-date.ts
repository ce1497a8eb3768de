import { addDays, type BusinessDate, isBusinessDate } from '../../core/calendar/business-date.ts'
import { westernDigits } from '../../core/customers/fold-text.ts'

type Part = 'day' | 'month' | 'year'

const sample = new Date('2026-12-31T12:00:00Z')
const isPart = (type: string): type is Part => type === 'day' || type === 'month' || type === 'year'

const numericFormat = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  })

/** The order in which the locale writes a date: day, month, year in most; year first in some. */
export const dateOrder = (locale: string): readonly Part[] =>
  numericFormat(locale)
    .formatToParts(sample)
    .map(part => part.type)
    .filter(isPart)

function groups(text: string, order: readonly Part[]): readonly string[] {
  const parts = text.split(/[^0-9]+/).filter(part => part !== '')
  const [run = ''] = parts
  if (parts.length !== 1 || run.length !== 8) return parts
  let start = 0
  return order.map(part => {
    const length = part === 'year' ? 4 : 2
    start += length
    return run.slice(start - length, start)
  })
}

/**
 * Reads a date as a person types it in their locale's order: `12/3/1990`, `12 3 1990`, `12031990`; year first always
 * works when it has four digits. A year of two digits is not guessed at.
 */
export function readDate(text: string, locale: string): BusinessDate | undefined {
  const order = dateOrder(locale)
  const parts = groups(westernDigits(text.trim()), order)
  if (parts.length !== 3) return undefined
  const sequence = parts[0]?.length === 4 ? (['year', 'month', 'day'] as const) : order
  const at = (part: Part): string => parts[sequence.indexOf(part)] ?? ''
  if (at('year').length !== 4) return undefined
  const date = `${at('year')}-${at('month').padStart(2, '0')}-${at('day').padStart(2, '0')}`
  return isBusinessDate(date) ? date : undefined
}

/** Marks of direction that some locales put between the parts; in a field that reads one way they would scramble the digits. */
const directionMarks = /[\u200e\u200f\u061c]/g

/** The date as it is typed: the text that `readDate` reads back. */
export const typedDate = (date: BusinessDate, locale: string): string =>
  numericFormat(locale)
    .format(new Date(`${date}T12:00:00Z`))
    .replace(directionMarks, '')

/** `dd/mm/yyyy` in the locale's order and separators, with the language's own letters. */
export function datePattern(locale: string, letters: Readonly<Record<Part, string>>): string {
  return numericFormat(locale)
    .formatToParts(sample)
    .map(part => (isPart(part.type) ? letters[part.type] : part.value.replace(directionMarks, '')))
    .join('')
}

/** The day before or after, for the arrow keys. */
export const steppedDate = (text: string, days: number, locale: string): string | undefined => {
  const date = readDate(text, locale)
  return date && typedDate(addDays(date, days), locale)
}
