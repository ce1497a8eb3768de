import type { BusinessDate } from '../../core/calendar/business-date.ts'
import { firstDayOf, type Period } from '../../core/calendar/period.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale}|${JSON.stringify(options)}`
  const known =
    formats.get(name) ?? new Intl.DateTimeFormat(locale, { calendar: 'gregory', hourCycle: 'h23', ...options })
  formats.set(name, known)
  return known
}

const noon = (date: BusinessDate): Date => new Date(`${date}T12:00:00Z`)

/** A business date in the locale's short form: `12 Mar 2026`. It has no time zone, so none may move it. */
export const formatDate = (date: BusinessDate, locale: string): string =>
  dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(noon(date))

/** A month of the books: `March 2026`. */
export const formatPeriod = (period: Period, locale: string): string =>
  dateFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(firstDayOf(period)))

/** The month of a day, as briefly as it is written: `Apr`. */
export const formatMonthOf = (date: BusinessDate, locale: string): string =>
  dateFormat(locale, { month: 'short', timeZone: 'UTC' }).format(noon(date))

/** The name of a month of every year; January is 1. */
export const formatMonth = (month: number, locale: string): string =>
  dateFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month - 1, 15)))

/** The same with its weekday: `Thu, 12 Mar 2026`. */
export const formatDay = (date: BusinessDate, locale: string): string =>
  dateFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    noon(date),
  )

/** A moment as the wall clock here shows it: `14:05`. */
export const formatTime = (moment: string, locale: string): string =>
  dateFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(moment))

export const formatMoment = (moment: string, locale: string): string =>
  dateFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(moment))

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** How long ago, in the largest whole unit: `3 hours ago`; under a minute it is `now`. */
export function formatAge(moment: string, nowMs: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const ageMs = Math.max(0, nowMs - Date.parse(moment))
  const unit = units.find(([, ms]) => ageMs >= ms)
  return unit ? format.format(-Math.floor(ageMs / unit[1]), unit[0]) : format.format(0, 'second')
}
