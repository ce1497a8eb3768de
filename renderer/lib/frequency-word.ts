import { useTranslation } from 'react-i18next'
import type { Frequency } from '../../core/schedule/schedule-terms.ts'

/** How often a loan is repaid, in words. */
export function useFrequencyWord(): (frequency: Frequency) => string {
  const { t } = useTranslation('products')
  return ({ every, unit }) => t(`frequency-${unit}`, { count: every })
}
