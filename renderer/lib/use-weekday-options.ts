import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, businessDate } from '../../core/calendar/business-date.ts'
import { type Weekday, weekdays } from '../../core/calendar/working-days.ts'

const aMonday = businessDate('2026-03-02')

/** The days of the week in the person's language, Monday first. */
export function useWeekdayOptions(): readonly { readonly value: Weekday; readonly label: string }[] {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' })
    return weekdays.map((value, place) => ({
      value,
      label: format.format(new Date(`${addDays(aMonday, place)}T12:00:00Z`)),
    }))
  }, [i18n.language])
}
