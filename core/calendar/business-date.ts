import { z } from 'zod'
import { assert } from '../assert.ts'
import { type CivilDay, civilDay, dayNumber, daysInMonth } from './civil-day.ts'

/** A calendar day as `YYYY-MM-DD`, without a time zone: the day on the branch's wall, not on the clock's. */
export type BusinessDate = string & { readonly __brand: 'BusinessDate' }

const shape = /^\d{4}-\d{2}-\d{2}$/

const parts = (date: string): CivilDay => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
})

const years = { first: 1900, last: 2199 } as const

/** True for a real day of the Gregorian calendar between 1900 and 2199; `2026-02-29` is not one. */
export function isBusinessDate(text: string): text is BusinessDate {
  if (!shape.test(text)) return false
  const { year, month, day } = parts(text)
  if (year < years.first || year > years.last || month < 1 || month > 12) return false
  return day >= 1 && day <= daysInMonth(year, month)
}

export const businessDateSchema = z.string().refine(isBusinessDate, { message: 'not-a-date' })

export function businessDate(text: string): BusinessDate {
  assert(isBusinessDate(text), `${text} is a calendar day`)
  return text
}

/** No day of the books is before the one or after the other. */
export const firstDayEver = businessDate(`${years.first}-01-01`)
export const lastDayEver = businessDate(`${years.last}-12-31`)

/** Year, month (January is 1) and day of the month. */
export const partsOf = (date: BusinessDate): CivilDay => parts(date)

const twoDigits = (number: number): string => String(number).padStart(2, '0')

export const dateOf = ({ year, month, day }: CivilDay): BusinessDate =>
  businessDate(`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`)

export const addDays = (date: BusinessDate, days: number): BusinessDate =>
  dateOf(civilDay(dayNumber(parts(date)) + days))

/** Whole days from `from` (inclusive) to `to` (exclusive); negative when `to` is earlier. */
export const daysBetween = (from: BusinessDate, to: BusinessDate): number =>
  dayNumber(parts(to)) - dayNumber(parts(from))

/** The age in completed years on `on`; somebody born on 29 February has the birthday on 1 March in common years. */
export function ageOn(birthDate: BusinessDate, on: BusinessDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}
