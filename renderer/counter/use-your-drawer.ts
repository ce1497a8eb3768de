import { useTranslation } from 'react-i18next'
import { useAnswer } from '../lib/use-answer.ts'
import type { NamedBalance } from './effect-rows.tsx'

/** The person's open drawer as a row of an effect; nothing while none is open. */
export function useYourDrawer(): readonly NamedBalance[] {
  const { t } = useTranslation('cash')
  const { answer } = useAnswer({ type: 'drawer' })
  if (!answer) return []
  const { drawerId, expectedMinor, currency } = answer
  return [{ subAccount: drawerId, name: t('your-drawer'), nowMinor: expectedMinor, currency }]
}
