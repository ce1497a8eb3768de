import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import { additiveDayCounts, type DayCount, denominatorOf, yearShare } from '../../../core/calendar/day-count.ts'

const first = businessDate('1990-01-01')
const dates = fc.integer({ min: 0, max: 40_000 }).map(days => addDays(first, days))

test('[M11] under the conventions that interest accrues by, adjoining spans add up to the whole', () => {
  fc.assert(
    fc.property(fc.constantFrom(...additiveDayCounts), fc.tuple(dates, dates, dates), (dayCount, given) => {
      const [start = first, middle = first, end = first] = given.toSorted()
      const parts = [yearShare(dayCount, { start, end: middle }), yearShare(dayCount, { start: middle, end })]
      const whole = yearShare(dayCount, { start, end })
      expect(parts.reduce((sum, { days }) => sum + days, 0)).toBe(whole.days)
      expect(parts.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(whole.numerator)
    }),
    { seed: 11, numRuns: 2000 },
  )
})

test('[M11] 30/360 on bond basis does not add up over a 31st, so nothing accrues by it', () => {
  const days = (start: string, end: string): number =>
    yearShare('30/360-bond-basis', { start: businessDate(start), end: businessDate(end) }).days
  expect([
    days('2026-01-15', '2026-01-31'),
    days('2026-01-31', '2026-02-01'),
    days('2026-01-15', '2026-02-01'),
  ]).toEqual([16, 1, 16])
})

test('[M11] no days are no share, a longer span is never a smaller one, and the denominator is always the same', () => {
  const dayCounts = Object.keys(denominatorOf).filter((name): name is DayCount => Object.hasOwn(denominatorOf, name))
  fc.assert(
    fc.property(fc.constantFrom(...dayCounts), dates, fc.integer({ min: 0, max: 3_000 }), (dayCount, start, days) => {
      const end = addDays(start, days)
      const share = yearShare(dayCount, { start, end })
      expect(share.denominator).toBe(denominatorOf[dayCount])
      if (days === 0) expect([share.days, share.numerator]).toEqual([0, 0])
      expect(yearShare(dayCount, { start, end: addDays(end, 1) }).numerator).toBeGreaterThanOrEqual(share.numerator)
    }),
    { seed: 11, numRuns: 2000 },
  )
})

test.each([
  ['ACT/365F', 366, 365],
  ['ACT/ACT-ISDA', 366, 366],
  ['ACT/360', 366, 360],
  ['ACT/364', 366, 364],
  ['30E/360', 360, 360],
] as const)('[M11] under %s the leap year 2024 is %i of %i', (dayCount, numerator, denominator) => {
  const share = yearShare(dayCount, { start: businessDate('2024-01-01'), end: businessDate('2025-01-01') })
  expect(share.numerator * denominator).toBe(numerator * share.denominator)
})

test('[M11] a span that ends before it begins is a bug', () => {
  const span = { start: businessDate('2026-01-02'), end: businessDate('2026-01-01') }
  expect(() => yearShare('ACT/360', span)).toThrow('a span does not end before it begins')
})
