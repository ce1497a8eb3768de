import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { HolidayCalendar } from '../../../core/calendar/working-days.ts'
import { usualFirstDueOn } from '../../../core/products/first-due-date.ts'
import { templateLoans } from '../../../core/products/loan-template.ts'
import { repaymentDates } from '../../../core/products/repayment-dates.ts'

/** 3 July 2026 is a Friday; 31 July and 7 August, two Fridays that follow it, are a feast here. */
const calendar: HolidayCalendar = {
  weekend: ['saturday', 'sunday'],
  holidays: new Set(['2026-07-31', '2026-08-07'].map(businessDate)),
}
const monthly = { every: 1, unit: 'months' } as const
const weekly = { every: 1, unit: 'weeks' } as const
const startsOn = businessDate('2026-06-30')

test.each([
  ['leave', ['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31']],
  ['following', ['2026-08-03', '2026-08-31', '2026-09-30', '2026-11-02']],
  ['modified-following', ['2026-07-30', '2026-08-31', '2026-09-30', '2026-10-30']],
  ['preceding', ['2026-07-30', '2026-08-31', '2026-09-30', '2026-10-30']],
  ['next-repayment', ['2026-08-31', '2026-09-30', '2026-11-30', '2026-12-31']],
] as const)('[P10] due dates on which nobody works: %s', (rule, dates) => {
  const repaying = { startsOn, firstDueOn: businessDate('2026-07-31'), frequency: monthly, installments: 4 }
  expect(repaymentDates(repaying, rule, calendar)).toEqual(dates)
})

test('[P10] counted from the start, months that were clipped do not drift', () => {
  const repaying = { startsOn: businessDate('2027-01-31'), frequency: monthly, installments: 3 }
  expect(repaymentDates(repaying, 'leave', calendar)).toEqual(['2027-02-28', '2027-03-31', '2027-04-30'])
})

test('[P10] where days would fall together, each installment has a day of its own', () => {
  const daily = {
    startsOn: businessDate('2026-07-02'),
    frequency: { every: 1, unit: 'days' },
    installments: 4,
  } as const
  expect(repaymentDates(daily, 'following', calendar)).toEqual(['2026-07-03', '2026-07-06', '2026-07-07', '2026-07-08'])
})

test('[P10] a centre that meets on Fridays skips the feast; one that meets where nobody ever works repays the day after', () => {
  const fridays = { startsOn, firstDueOn: businessDate('2026-07-24'), frequency: weekly, installments: 3 }
  expect(repaymentDates(fridays, 'next-repayment', calendar)).toEqual(['2026-07-24', '2026-08-14', '2026-08-21'])
  const sundays = { ...fridays, firstDueOn: businessDate('2026-07-05') }
  expect(new Set(repaymentDates(sundays, 'next-repayment', calendar)).size).toBe(3)
})

test('[P10] the first installment is due on the day of the centre, within the bounds of the product', () => {
  const group = templateLoans('USD', dollars => BigInt(dollars * 100)).find(({ dueDates }) => dueDates.onCentreDay)
  if (!group) throw new Error('one of the loans is for groups')
  const first = (meetsOn: 'tuesday' | 'wednesday') => usualFirstDueOn(group, { startsOn, frequency: weekly, meetsOn })
  expect(first('tuesday')).toBe('2026-07-07')
  expect(first('wednesday')).toBe('2026-07-08')
  const near = { ...group, dueDates: { ...group.dueDates, firstAfterDays: { min: 3, max: 9 } } }
  expect(usualFirstDueOn(near, { startsOn, frequency: weekly, meetsOn: 'friday' })).toBe('2026-07-03')
  expect(usualFirstDueOn(near, { startsOn, frequency: monthly })).toBe('2026-07-09')
})
