import { z } from 'zod'
import { assert } from '../assert.ts'

/** A calendar day as `YYYY-MM-DD`, without a time zone: the day on the branch's wall, not on the clock's. */
export type BusinessDate = string & { readonly __brand: 'BusinessDate' }

const dayMs = 86_400_000
const shape = /^(\d{4})-(\d{2})-(\d{2})$/

const utc = (date: string): number => {
  const [, year, month, day] = shape.exec(date) ?? []
  return Date.UTC(Number(year), Number(month) - 1, Number(day))
}

/** True for a real day of the Gregorian calendar between 1900 and 2199; `2026-02-29` is not one. */
export const isBusinessDate = (text: string): text is BusinessDate =>
  shape.test(text) && text >= '1900-01-01' && text < '2200-01-01' && new Date(utc(text)).toISOString().startsWith(text)

export const businessDateSchema = z.string().refine(isBusinessDate, { message: 'not-a-date' })

export function businessDate(text: string): BusinessDate {
  assert(isBusinessDate(text), `${text} is a calendar day`)
  return text
}

export const addDays = (date: BusinessDate, days: number): BusinessDate =>
  businessDate(new Date(utc(date) + days * dayMs).toISOString().slice(0, 10))

/** Whole days from `from` (inclusive) to `to` (exclusive); negative when `to` is earlier. */
export const daysBetween = (from: BusinessDate, to: BusinessDate): number => (utc(to) - utc(from)) / dayMs

/** The age in completed years on `on`; somebody born on 29 February has the birthday on 1 March in common years. */
export function ageOn(birthDate: BusinessDate, on: BusinessDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}
