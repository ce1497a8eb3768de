import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { dueDatesFrom } from '../../../core/schedule/due-dates.ts'
import type { Frequency } from '../../../core/schedule/schedule-terms.ts'

const dates = (startsOn: string, count: number, every: number, unit: Frequency['unit']) =>
  dueDatesFrom({ startsOn: businessDate(startsOn) }, count, { every, unit })

test.each([
  ['2024-01-31', 1, 'months', ['2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31']],
  ['2023-10-31', 2, 'months', ['2023-12-31', '2024-02-29', '2024-04-30', '2024-06-30']],
  ['2024-01-15', 4, 'weeks', ['2024-02-12', '2024-03-11', '2024-04-08', '2024-05-06']],
  ['2024-02-26', 2, 'weeks', ['2024-03-11', '2024-03-25', '2024-04-08', '2024-04-22']],
  ['2024-02-28', 1, 'days', ['2024-02-29', '2024-03-01', '2024-03-02', '2024-03-03']],
  ['2024-01-01', 1, 'half-months', ['2024-01-16', '2024-02-01', '2024-02-16', '2024-03-01']],
  ['2024-01-15', 1, 'half-months', ['2024-01-30', '2024-02-15', '2024-02-29', '2024-03-15']],
  ['2024-01-31', 1, 'half-months', ['2024-02-16', '2024-02-29', '2024-03-16', '2024-03-31']],
] as const)('[L1] from %s every %i %s', (startsOn, every, unit, expected) => {
  expect(dates(startsOn, 4, every, unit)).toEqual(expected)
})

test('[L1] an agreed first date is the first, and the others are counted from it', () => {
  const firstDueOn = businessDate('2023-01-30')
  expect(dueDatesFrom({ firstDueOn }, 4, { every: 1, unit: 'months' })).toEqual([
    '2023-01-30',
    '2023-02-28',
    '2023-03-30',
    '2023-04-30',
  ])
})
