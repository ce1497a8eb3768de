import { assert } from '../assert.ts'
import { addDays, type BusinessDate, daysBetween, partsOf } from './business-date.ts'
import { dayNumber } from './civil-day.ts'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

/** When nobody works: days of every week, and single days. Not to be confused with the business day, which people open and close. */
export interface HolidayCalendar {
  readonly weekend: readonly Weekday[]
  readonly holidays: ReadonlySet<BusinessDate>
}

/** With no more of either, somebody works within every year. */
export const restDaysMax = 3
export const holidaysMax = { ofYear: 60, all: 600 } as const

/** Where nobody has said yet when people rest. */
export const everyDayWorks: HolidayCalendar = { weekend: [], holidays: new Set() }

/** Day 0, 1 March of year 0, was a Wednesday. */
const weekdayOfDayZero = weekdays.indexOf('wednesday')

export function weekdayOf(date: BusinessDate): Weekday {
  const weekday = weekdays[(dayNumber(partsOf(date)) + weekdayOfDayZero) % 7]
  assert(weekday !== undefined, 'a week has seven days')
  return weekday
}

export const isWorkingDay = (date: BusinessDate, { weekend, holidays }: HolidayCalendar): boolean =>
  !holidays.has(date) && !weekend.includes(weekdayOf(date))

/** True for the last working day of a month and for the days off after it. */
export const isWorkingMonthEnd = (date: BusinessDate, calendar: HolidayCalendar): boolean =>
  partsOf(workingDayOnOrAfter(addDays(date, 1), calendar)).month !== partsOf(date).month

/** A calendar in which nobody works for a year is not one. */
const longestRest = 366

function search(date: BusinessDate, calendar: HolidayCalendar, step: 1 | -1): BusinessDate {
  let found = date
  while (!isWorkingDay(found, calendar)) {
    found = addDays(found, step)
    assert(Math.abs(daysBetween(date, found)) <= longestRest, 'a calendar has a working day in every year')
  }
  return found
}

export const workingDayOnOrAfter = (date: BusinessDate, calendar: HolidayCalendar): BusinessDate =>
  search(date, calendar, 1)

export const workingDayOnOrBefore = (date: BusinessDate, calendar: HolidayCalendar): BusinessDate =>
  search(date, calendar, -1)
