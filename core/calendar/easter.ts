import { type BusinessDate, dateOf } from './business-date.ts'

/**
 * Easter Sunday of the Gregorian calendar, on which the movable Christian holidays hang.
 * Source: the anonymous algorithm of 1876 as Jean Meeus gives it, Astronomical Algorithms, chapter 8.
 */
export function easterSunday(year: number): BusinessDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const lunar = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * lunar + 114
  return dateOf({ year, month: Math.floor(days / 31), day: (days % 31) + 1 })
}
