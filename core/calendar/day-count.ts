import { assert } from '../assert.ts'
import { dateOf, daysBetween, partsOf } from './business-date.ts'
import { isLeapYear } from './civil-day.ts'
import type { Span } from './span.ts'
import { bondBasisDays, type ContractSpan, eurobondDays, isdaDays, usDays } from './thirty-360.ts'

/** A span as an exact share of a year, not reduced, and the days that were counted for it. */
export interface YearShare {
  readonly days: number
  readonly numerator: number
  readonly denominator: number
}

/** Conventions under which the shares of adjoining spans add up to the share of the whole: interest can be accrued day by day. */
export const additiveDayCounts = ['30E/360', 'ACT/360', 'ACT/364', 'ACT/365F', 'ACT/ACT-ISDA'] as const
export type AdditiveDayCount = (typeof additiveDayCounts)[number]

export type DayCount = AdditiveDayCount | '30/360-bond-basis' | '30/360-US' | '30E/360-ISDA'

/** What the shares of a convention are counted in; for ACT/ACT the least number that holds both days of common and of leap years. */
export const denominatorOf: Readonly<Record<DayCount, number>> = {
  '30/360-bond-basis': 360,
  '30E/360': 360,
  '30/360-US': 360,
  '30E/360-ISDA': 360,
  'ACT/360': 360,
  'ACT/364': 364,
  'ACT/365F': 365,
  'ACT/ACT-ISDA': 365 * 366,
}

const actualDays = ({ start, end }: Span): number => daysBetween(start, end)

/** 366ths of common years and 365ths of leap years: with the common denominator, days over 365 and days over 366. */
function actualActual({ start, end }: Span): number {
  const [firstYear, lastYear] = [partsOf(start).year, partsOf(end).year]
  let numerator = 0
  for (let year = firstYear; year <= lastYear; year += 1) {
    const from = year === firstYear ? start : dateOf({ year, month: 1, day: 1 })
    const to = year === lastYear ? end : dateOf({ year: year + 1, month: 1, day: 1 })
    numerator += daysBetween(from, to) * (isLeapYear(year) ? 365 : 366)
  }
  return numerator
}

const daysBy: Readonly<Record<DayCount, (span: ContractSpan) => number>> = {
  '30/360-bond-basis': bondBasisDays,
  '30E/360': eurobondDays,
  '30/360-US': usDays,
  '30E/360-ISDA': isdaDays,
  'ACT/360': actualDays,
  'ACT/364': actualDays,
  'ACT/365F': actualDays,
  'ACT/ACT-ISDA': actualDays,
}

export const isDayCount = (text: string): text is DayCount => Object.hasOwn(daysBy, text)

/**
 * The share of a year between two dates under a day-count convention. The denominator is the convention's own, whatever the dates.
 * Rule: M11. Source: 2006 ISDA Definitions, section 4.16; ACT/364 is the convention of lenders by weeks (52 of 7 days).
 */
export function yearShare(dayCount: DayCount, span: ContractSpan): YearShare {
  assert(span.start <= span.end, 'a span does not end before it begins')
  const days = daysBy[dayCount](span)
  const numerator = dayCount === 'ACT/ACT-ISDA' ? actualActual(span) : days
  return { days, numerator, denominator: denominatorOf[dayCount] }
}
