import { type BusinessDate, partsOf } from './business-date.ts'
import { addPeriods, firstDayOf, lastDayOf, type Period, period } from './period.ts'

/** A year of the books: twelve periods, called by the calendar year in which it ends. */
export interface FiscalYear {
  readonly year: number
  readonly firstPeriod: Period
  readonly lastPeriod: Period
}

/** The fiscal year that ends in a calendar year, when fiscal years begin with `startMonth` (January is 1). */
export function fiscalYear(year: number, startMonth: number): FiscalYear {
  const january = startMonth === 1
  const firstPeriod = period(`${january ? year : year - 1}-${String(startMonth).padStart(2, '0')}`)
  return { year, firstPeriod, lastPeriod: addPeriods(firstPeriod, 11) }
}

/** The fiscal year in which a day lies. */
export function fiscalYearOf(date: BusinessDate, startMonth: number): FiscalYear {
  const { year, month } = partsOf(date)
  return fiscalYear(startMonth === 1 || month < startMonth ? year : year + 1, startMonth)
}

export const firstDayOfYear = ({ firstPeriod }: FiscalYear): BusinessDate => firstDayOf(firstPeriod)
export const lastDayOfYear = ({ lastPeriod }: FiscalYear): BusinessDate => lastDayOf(lastPeriod)
