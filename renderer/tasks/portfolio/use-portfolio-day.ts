import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import { typedDate } from '../../lib/read-date.ts'
import { useOpenSession } from '../../lib/session.ts'
import { wallDate } from '../../lib/wall-date.ts'
import { useTypedDate } from '../../ui/date-field.tsx'
import { usePortfolioView } from './portfolio-view.ts'

/** The day as typed, and what is meant by it: today while it cannot be read. */
export function usePortfolioDay(): { readonly asOfText: string; readonly asOf: BusinessDate } {
  const { i18n } = useTranslation()
  const today = useOpenSession()?.businessDate ?? wallDate()
  const asOfText = usePortfolioView().asOfText ?? typedDate(today, i18n.language)
  return { asOfText, asOf: useTypedDate(asOfText) ?? today }
}
