import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { Holiday } from '../../../core/institution/working-calendar.ts'
import {
  isSameCalendar,
  repeatedAYearLater,
  withHoliday,
  withoutHoliday,
  withRestDay,
} from '../../../renderer/tasks/calendar/edited-calendar.ts'

const holiday = (on: string, name: string) => ({ on: businessDate(on), name })
const leapDay = holiday('2028-02-29', 'Leap day')
const christmas = holiday('2028-12-25', 'Christmas')

test('[P12] days of rest stand in the order of the week', () => {
  expect(withRestDay(['sunday'], 'friday', true)).toEqual(['friday', 'sunday'])
  expect(withRestDay(['friday', 'sunday'], 'friday', false)).toEqual(['sunday'])
})

test('[P12] a holiday is added in its place, stands for another, and goes', () => {
  const both = withHoliday([christmas], leapDay)
  expect(both).toEqual([leapDay, christmas])
  const boxing = holiday('2028-12-26', 'Boxing Day')
  expect(withHoliday(both, boxing, christmas.on)).toEqual([leapDay, boxing])
  expect(withoutHoliday(both, leapDay.on)).toEqual([christmas])
})

test('[P12] the holidays of the last twelve months are there again a year later, on the days that it has', () => {
  const daysOf = (...holidays: readonly Holiday[]) => repeatedAYearLater(holidays).map(({ on }) => on)
  const newYear = holiday('2029-01-01', 'New Year')
  expect(daysOf(holiday('2027-12-25', 'Christmas'), leapDay, christmas)).toEqual([
    ...['2027-12-25', '2028-02-29', '2028-12-25'],
    '2029-12-25',
  ])
  expect(daysOf(leapDay, christmas, newYear)).toEqual([
    ...['2028-02-29', '2028-12-25', '2029-01-01'],
    ...['2029-12-25', '2030-01-01'],
  ])
  expect(daysOf()).toEqual([])
  expect([daysOf(holiday('1900-01-01', 'First')), daysOf(holiday('2199-12-31', 'Last'))]).toEqual([
    ['1900-01-01', '1901-01-01'],
    ['2199-12-31'],
  ])
})

test('[P12] a calendar that says the same is the same', () => {
  const said = { restDays: ['sunday' as const], holidays: [christmas] }
  expect(isSameCalendar(said, { restDays: ['sunday'], holidays: [{ name: 'Christmas', on: christmas.on }] })).toBe(true)
  expect(isSameCalendar(said, { ...said, holidays: [{ ...christmas, name: 'Feast' }] })).toBe(false)
})
