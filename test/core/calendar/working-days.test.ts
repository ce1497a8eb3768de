import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustDate, type DateAdjustment, dateAdjustments } from '../../../core/calendar/adjust-date.ts'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import { seriesBackward, seriesByCount, seriesForward } from '../../../core/calendar/date-series.ts'
import { type HolidayCalendar, isWorkingDay } from '../../../core/calendar/working-days.ts'

const calendar = (...holidays: string[]): HolidayCalendar => ({
  weekend: ['saturday', 'sunday'],
  holidays: new Set(holidays.map(businessDate)),
})

test.each([
  ['nearest', '2014-07-13', ['2014-07-14'], '2014-07-15'],
  ['nearest', '2014-07-16', ['2014-07-16'], '2014-07-17'],
  ['modified-preceding', '2014-06-01', [], '2014-06-02'],
  ['modified-following', '2024-03-30', ['2024-03-29', '2024-04-01'], '2024-03-28'],
  ['following', '2024-03-29', ['2024-03-29', '2024-04-01'], '2024-04-02'],
  ['none', '2024-03-30', [], '2024-03-30'],
] as const)('[M13] %s moves %s with holidays %j to %s', (adjustment, date, holidays, expected) => {
  expect(adjustDate(businessDate(date), adjustment, calendar(...holidays))).toBe(expected)
})

test('[M13] where the week ends on Friday, a Friday moves to Sunday', () => {
  const friday = businessDate('2026-03-13')
  expect(adjustDate(friday, 'following', { weekend: ['friday', 'saturday'], holidays: new Set() })).toBe('2026-03-15')
})

test('[M13] a moved date is a working day, a working day does not move, and the modified ones stay in the month', () => {
  const first = businessDate('2020-01-01')
  const days = fc.integer({ min: 0, max: 3_000 }).map(count => addDays(first, count))
  const moving = dateAdjustments.filter((name): name is Exclude<DateAdjustment, 'none'> => name !== 'none')
  fc.assert(
    fc.property(
      days,
      fc.uniqueArray(days, { maxLength: 60 }),
      fc.constantFrom(...moving),
      (date, holidays, adjustment) => {
        const given = calendar(...holidays)
        const moved = adjustDate(date, adjustment, given)
        expect(isWorkingDay(moved, given)).toBe(true)
        if (isWorkingDay(date, given)) expect(moved).toBe(date)
        if (adjustment.startsWith('modified')) expect(moved.slice(0, 7)).toBe(date.slice(0, 7))
      },
    ),
    { seed: 11, numRuns: 2000 },
  )
})

test('[M13] a calendar without a working day is a bug, not an endless search', () => {
  const never: HolidayCalendar = {
    weekend: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    holidays: new Set(),
  }
  expect(() => adjustDate(businessDate('2026-01-01'), 'following', never)).toThrow('working day in every year')
})

test('[M14] dates are counted from the first one, so that the end of a short month does not stay', () => {
  const monthly = { months: 1, monthEnds: { keeps: 'day' } } as const
  expect(seriesByCount(businessDate('2026-01-31'), 4, monthly)).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
  ])
})

test('[M14] a series that does not divide its span has a short period last, counted back a short one first', () => {
  const quarterly = { months: 3, monthEnds: { keeps: 'day' } } as const
  const span = { start: businessDate('2026-01-10'), end: businessDate('2026-08-25') }
  expect(seriesForward(span, quarterly)).toEqual(['2026-01-10', '2026-04-10', '2026-07-10', '2026-08-25'])
  expect(seriesBackward(span, quarterly)).toEqual(['2026-01-10', '2026-02-25', '2026-05-25', '2026-08-25'])
})

test('[M14] a first or a last period of another length leaves the others as long as they were asked for', () => {
  const semiannual = { months: 6, monthEnds: { keeps: 'month-end' } } as const
  const span = { start: businessDate('1996-08-22'), end: businessDate('1997-08-31') }
  const firstDate = businessDate('1996-08-31')
  expect(seriesForward({ ...span, firstDate }, semiannual)).toEqual([
    '1996-08-22',
    '1996-08-31',
    '1997-02-28',
    '1997-08-31',
  ])
  const nextToLastDate = businessDate('1997-02-28')
  expect(seriesBackward({ ...span, nextToLastDate }, semiannual)).toEqual([
    '1996-08-22',
    '1996-08-31',
    '1997-02-28',
    '1997-08-31',
  ])
})

test('[M13][M14] month ends that fall on days off go where the convention sends them, out of the month too', () => {
  // Figures: QuantLib, test-suite/schedule.cpp, testEomAdjustment, with the convention "following".
  const target = calendar('2024-03-29', '2024-04-01', '2024-05-01', '2024-12-25', '2024-12-26', '2025-01-01')
  const ends = seriesByCount(businessDate('2024-02-29'), 6, { months: 1, monthEnds: { keeps: 'month-end' } })
  expect(ends.map(date => adjustDate(date, 'following', target))).toEqual([
    '2024-02-29',
    '2024-04-02',
    '2024-04-30',
    '2024-05-31',
    '2024-07-01',
    '2024-07-31',
  ])
})
