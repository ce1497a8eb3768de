import { daysBetween } from './business-date.ts'
import { countBackMonths } from './months.ts'
import type { Span } from './span.ts'

/** Whole unit-periods of a month, and the odd days before them, each a thirtieth of one. */
export interface MonthlyUnitPeriods {
  readonly periods: number
  readonly oddDays: number
  readonly oddDaysPerPeriod: 30
}

/**
 * A term in unit-periods of a month: whole months counted back from the payment; the odd days are actual days over 30.
 * Rule: M12. Source: Regulation Z (12 CFR 1026), appendix J, (b)(5)(iii) and (iv).
 */
export function monthlyUnitPeriods(span: Span): MonthlyUnitPeriods {
  const { periods, reached } = countBackMonths(span, 1)
  return { periods, oddDays: daysBetween(span.start, reached), oddDaysPerPeriod: 30 }
}
