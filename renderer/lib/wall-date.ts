import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts'

/** The day on the wall here: a proposal only, a person confirms the date. */
export function wallDate(): BusinessDate {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return businessDate(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`)
}
