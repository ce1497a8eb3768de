import { z } from 'zod'
import { assert } from '../assert.ts'
import { addDays, type BusinessDate, businessDate, isBusinessDate } from './business-date.ts'
import { addMonths, monthEnd } from './months.ts'

/** A month of the books as `YYYY-MM`. */
export type Period = string & { readonly __brand: 'Period' }

export const isPeriod = (text: string): text is Period => isBusinessDate(`${text}-01`)

export const periodSchema = z.string().refine(isPeriod, { message: 'not-a-period' })

export function period(text: string): Period {
  assert(isPeriod(text), `${text} is a month`)
  return text
}

export const periodOf = (date: BusinessDate): Period => period(date.slice(0, 7))

export const firstDayOf = (month: Period): BusinessDate => businessDate(`${month}-01`)
export const lastDayOf = (month: Period): BusinessDate => monthEnd(firstDayOf(month))
export const nextPeriod = (month: Period): Period => periodOf(addDays(lastDayOf(month), 1))

/** The period so many months later. */
export const addPeriods = (month: Period, months: number): Period => periodOf(addMonths(firstDayOf(month), months))
