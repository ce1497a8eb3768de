import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, ageOn, businessDate, daysBetween, isBusinessDate } from '../../../core/calendar/business-date.ts'

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '26-04-01',
  '2026-4-1',
  '2026-04-01T00:00',
  '',
  '1899-12-31',
  '2200-01-01',
])('[M5] %s is not a day', text => {
  expect(isBusinessDate(text)).toBe(false)
})

test.each(['2024-02-29', '2026-12-31', '1900-01-01', '2199-12-31'])('[M5] %s is a day', text => {
  expect(isBusinessDate(text)).toBe(true)
})

test('[M5] adding days and counting them agree, over leap days and year ends', () => {
  const start = businessDate('1996-02-28')
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 60_000 }), days => {
      expect(daysBetween(start, addDays(start, days))).toBe(days)
    }),
    { seed: 7, numRuns: 1000 },
  )
  expect(addDays(businessDate('2024-02-28'), 2)).toBe('2024-03-01')
})

test.each([
  ['2000-02-29', '2018-02-28', 17],
  ['2000-02-29', '2018-03-01', 18],
  ['2000-03-01', '2018-03-01', 18],
  ['2000-03-02', '2018-03-01', 17],
])('[M5] who was born on %s is on %s %i years old', (birth, on, age) => {
  expect(ageOn(businessDate(birth), businessDate(on))).toBe(age)
})
