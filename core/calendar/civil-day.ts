import { assert } from '../assert.ts'

/** A day of the Gregorian calendar in three whole numbers; January is month 1. */
export interface CivilDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const daysOfEra = 146_097
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export const daysInYear = (year: number): number => (isLeapYear(year) ? 366 : 365)

export function daysInMonth(year: number, month: number): number {
  const days = lengths[month - 1]
  assert(days !== undefined, 'a month is one of twelve')
  return month === 2 && isLeapYear(year) ? 29 : days
}

/**
 * The number of a day: 1 March of year 0 is day 0. Years are taken to begin in March, so that the leap day is the last one.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil, with another day 0.
 */
export function dayNumber({ year, month, day }: CivilDay): number {
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * daysOfEra + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
}

/** The day of a number. Source: the same, civil_from_days. */
export function civilDay(number: number): CivilDay {
  const era = Math.floor(number / daysOfEra)
  const dayOfEra = number - era * daysOfEra
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}
