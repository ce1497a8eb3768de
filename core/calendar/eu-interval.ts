import { assert } from '../assert.ts'
import { addDays, type BusinessDate, daysBetween } from './business-date.ts'
import { addMonths, countBackMonths, type PeriodsBack } from './months.ts'
import type { Span } from './span.ts'

export type EuUnit = 'year' | 'month' | 'week'

/** `periods` of `periodsPerYear`, and `days` of a year of `yearDays`. */
export interface EuInterval {
  readonly periods: number
  readonly periodsPerYear: number
  readonly days: number
  readonly yearDays: number
}

const perYear: Readonly<Record<EuUnit, number>> = { year: 1, month: 12, week: 52 }

function countBackWeeks({ start, end }: Span): PeriodsBack {
  assert(start <= end, 'a span does not end before it begins')
  const periods = Math.floor(daysBetween(start, end) / 7)
  return { periods, reached: addDays(end, -7 * periods) }
}

const lengthOfYearBefore = (date: BusinessDate): number => daysBetween(addMonths(date, -12), date)

/**
 * The interval between two dates for the annual percentage rate of charge: whole years, months or weeks counted back from the later
 * date, then the days that are left as a share of the year (365 or 366 days) before the day that was reached.
 * Rule: M12. Source: Directive 2008/48/EC, annex I, part I, remark (c), as the Commission's guidelines SWD(2012) 128, section 4.1.1, read it.
 */
export function euInterval(span: Span, unit: EuUnit): EuInterval {
  const { periods, reached } = unit === 'week' ? countBackWeeks(span) : countBackMonths(span, unit === 'year' ? 12 : 1)
  return {
    periods,
    periodsPerYear: perYear[unit],
    days: daysBetween(span.start, reached),
    yearDays: lengthOfYearBefore(reached),
  }
}
