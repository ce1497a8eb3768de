import { expect, test } from 'vitest'
import { addDays, businessDate, daysBetween } from '../../../core/calendar/business-date.ts'
import { civilDay, dayNumber } from '../../../core/calendar/civil-day.ts'
import { easterSunday } from '../../../core/calendar/easter.ts'
import { addMonths, addMonthsKeepingEnd, countBackMonths } from '../../../core/calendar/months.ts'
import { weekdayOf } from '../../../core/calendar/working-days.ts'

const daysOfThreeCenturies = 109_573

test('[M5] every day from 1900 to 2199 is the one that the clock of the system calls by that number', () => {
  const first = dayNumber({ year: 1900, month: 1, day: 1 })
  const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
  let date = businessDate('1900-01-01')
  for (let count = 0; count < daysOfThreeCenturies; count += 1) {
    const clock = new Date(Date.UTC(1900, 0, 1 + count))
    const expected = clock.toISOString().slice(0, 10)
    if (date !== expected || weekdayOf(date) !== weekdays[clock.getUTCDay()]) expect(date).toBe(expected)
    const civil = civilDay(first + count)
    if (dayNumber(civil) !== first + count || civil.day !== clock.getUTCDate()) expect(civil).toBe(expected)
    if (count < daysOfThreeCenturies - 1) date = addDays(date, 1)
  }
  expect([date, daysBetween(businessDate('1900-01-01'), date)]).toEqual(['2199-12-31', daysOfThreeCenturies - 1])
})

test.each([
  ['2024-01-31', 1, '2024-02-29', '2024-02-29'],
  ['2024-01-31', 3, '2024-04-30', '2024-04-30'],
  ['2024-02-29', 1, '2024-03-29', '2024-03-31'],
  ['2024-02-29', 12, '2025-02-28', '2025-02-28'],
  ['2025-02-28', 12, '2026-02-28', '2026-02-28'],
  ['2025-02-28', 36, '2028-02-28', '2028-02-29'],
  ['2024-03-31', -1, '2024-02-29', '2024-02-29'],
  ['2024-01-15', -13, '2022-12-15', '2022-12-15'],
  ['2024-12-15', 1, '2025-01-15', '2025-01-15'],
])('[M14] %s and %i months is %s, or %s where the month end is kept', (date, months, clipped, kept) => {
  const from = businessDate(date)
  expect([addMonths(from, months), addMonthsKeepingEnd(from, months)]).toEqual([clipped, kept])
})

test.each([
  ['2026-01-10', '2027-03-15', 1, 14, '2026-01-15'],
  ['2026-01-10', '2026-05-01', 3, 1, '2026-02-01'],
  ['2024-02-15', '2025-02-28', 12, 1, '2024-02-29'],
  ['2026-01-10', '2026-01-10', 1, 0, '2026-01-10'],
  ['2019-01-31', '2019-03-01', 1, 1, '2019-02-01'],
])('[M12] from %s to %s are periods of %i months: %i, counted back to %s', (start, end, months, periods, reached) => {
  const span = { start: businessDate(start), end: businessDate(end) }
  expect(countBackMonths(span, months)).toEqual({ periods, reached })
})

test.each(['1961-04-02', '2000-04-23', '2008-03-23', '2019-04-21', '2024-03-31', '2025-04-20', '2038-04-25'])(
  '[M13] Easter is on %s',
  date => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date)
  },
)
