import { present } from '../assert.ts'
import { addDays, type BusinessDate, dateOf, partsOf } from '../calendar/business-date.ts'
import { daysInMonth } from '../calendar/civil-day.ts'
import { addMonths } from '../calendar/months.ts'
import type { Frequency } from './schedule-terms.ts'

const daysApart = 15

const dayInMonthOf = (date: BusinessDate, day: number): BusinessDate => {
  const { year, month } = partsOf(date)
  return dateOf({ year, month, day: Math.min(day, daysInMonth(year, month)) })
}

/** The seed's day of the month and the one fifteen days from it, by turns, both clipped to the month. */
function afterHalfMonths(seed: BusinessDate, halves: number): BusinessDate {
  const { day } = partsOf(seed)
  const isSecondHalf = day > daysApart
  const otherDay = isSecondHalf ? day - daysApart : day + daysApart
  if (halves % 2 === 0) return dayInMonthOf(addMonths(seed, halves / 2), day)
  return dayInMonthOf(addMonths(seed, (halves + (isSecondHalf ? 1 : -1)) / 2), otherDay)
}

const chosenIn = (month: BusinessDate, onDays: readonly number[]): readonly BusinessDate[] =>
  onDays.map(day => dayInMonthOf(month, day))

/** Whether it is one of the days of its month that were chosen. */
export const isChosenDay = (date: BusinessDate, onDays: readonly number[]): boolean =>
  chosenIn(date, onDays).includes(date)

/** The chosen day that is the so manieth after the seed, which itself need not be one. */
function afterChosenDays(seed: BusinessDate, count: number, onDays: readonly number[]): BusinessDate {
  if (count === 0) return seed
  const first = dayInMonthOf(seed, 1)
  const left = chosenIn(first, onDays).filter(date => date > seed)
  const found = left[count - 1]
  if (found) return found
  const beyond = count - left.length - 1
  const month = addMonths(first, 1 + Math.floor(beyond / onDays.length))
  return present(chosenIn(month, onDays)[beyond % onDays.length], 'each month has every chosen day')
}

/** The day `steps` periods after the seed: counted from the seed, so that 31 January, 28 February, 31 March do not drift. */
export function dateAfterPeriods(seed: BusinessDate, steps: number, { every, unit, onDays }: Frequency): BusinessDate {
  const units = steps * every
  if (onDays) return afterChosenDays(seed, units, onDays)
  switch (unit) {
    case 'days':
      return addDays(seed, units)
    case 'weeks':
      return addDays(seed, 7 * units)
    case 'half-months':
      return afterHalfMonths(seed, units)
    case 'months':
      return addMonths(seed, units)
  }
}

/** The unmoved due dates: a period after the start and so on, or counted from the first of them where that one is agreed. */
export const dueDatesFrom = (
  start: { readonly startsOn: BusinessDate } | { readonly firstDueOn: BusinessDate },
  count: number,
  frequency: Frequency,
): readonly BusinessDate[] =>
  Array.from({ length: count }, (_, index) =>
    'firstDueOn' in start
      ? dateAfterPeriods(start.firstDueOn, index, frequency)
      : dateAfterPeriods(start.startsOn, index + 1, frequency),
  )
