import { expect, test } from 'vitest'
import { type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { spanBefore, yearBefore } from '../../../core/statements/earlier-days.ts'
import type { Days } from '../../../core/statements/statement-request.ts'

const days = (from: string | undefined, to: string): Days => ({
  ...(from === undefined ? {} : { from: businessDate(from) }),
  to: businessDate(to),
})
type Row = readonly [from: string | undefined, to: string, beforeFrom: string | undefined, beforeTo: string]

test.each<Row>([
  ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
  ['2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
  ['2026-03-01', '2026-03-10', '2026-02-19', '2026-02-28'],
  ['2026-03-05', '2026-03-05', '2026-03-04', '2026-03-04'],
  [undefined, '2026-03-31', undefined, '2026-02-28'],
  [undefined, '2026-03-10', undefined, '2026-02-28'],
])('[T14] before %s to %s stand %s to %s', (from, to, beforeFrom, beforeTo) => {
  expect(spanBefore(days(from, to))).toEqual(days(beforeFrom, beforeTo))
})

test.each<Row>([
  ['2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'],
  ['2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29'],
  [undefined, '2026-03-10', undefined, '2025-03-10'],
])('[T14] a year before %s to %s stand %s to %s', (from, to, beforeFrom, beforeTo) => {
  expect(yearBefore(days(from, to))).toEqual(days(beforeFrom, beforeTo))
})

test('[T14] nothing stands before the first years of the calendar', () => {
  const ancient: BusinessDate = businessDate('1900-01-01')
  expect([spanBefore({ to: ancient }), yearBefore({ from: ancient, to: businessDate('2026-01-01') })]).toEqual([
    undefined,
    undefined,
  ])
})
