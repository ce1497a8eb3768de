import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { firstDayOfYear, fiscalYearOf } from '../calendar/fiscal-year.ts'
import { institutionRow } from '../storage/reference.ts'

/** The first day of the fiscal year in which a day lies. */
export const yearStart = (db: Database, date: BusinessDate): BusinessDate =>
  firstDayOfYear(fiscalYearOf(date, present(institutionRow(db), 'the institution is founded').fiscalStartMonth))
