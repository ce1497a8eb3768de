import type { BusinessDate } from '../calendar/business-date.ts'

/** A business date as people write it in their locale: `2 Mar 2026`. It has no time zone, so none may move it. */
export const printedDate = (date: BusinessDate, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )

/** An instant on the wall clock of the given time zone, or of this machine: `2 Mar 2026, 12:15`. */
export const printedTime = (instant: string, locale: string, timeZone?: string): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(instant))
