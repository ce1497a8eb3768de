import { useMemo } from 'react'
import type { HolidayCalendar } from '../../core/calendar/working-days.ts'
import { holidayCalendar } from '../../core/institution/working-calendar.ts'
import { useAnswer } from './use-answer.ts'

/** When nobody works at the institution; nothing until that is known. */
export function useHolidayCalendar(): HolidayCalendar | undefined {
  const { answer } = useAnswer({ type: 'calendar' })
  return useMemo(() => answer && holidayCalendar(answer), [answer])
}
