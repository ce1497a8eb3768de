import { useTranslation } from 'react-i18next'
import { isPeriod } from '../../../core/calendar/period.ts'
import type { PortfolioWay } from '../../../core/storage/portfolio-of.ts'
import { formatPeriod } from '../../lib/format-date.ts'

/** What a row of the portfolio is called: a month in words, and the loans of no group. */
export function useWayNames(): (by: PortfolioWay, key: string, name: string) => string {
  const { t, i18n } = useTranslation('portfolio')
  return (by, key, name) => {
    if (by === 'cohort') return isPeriod(key) ? formatPeriod(key, i18n.language) : key
    return by === 'group' && key === '' ? t('no-group') : name
  }
}
