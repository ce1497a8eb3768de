import { useTranslation } from 'react-i18next'
import { isolate } from '../../lib/isolate.ts'
import type { SentCash } from './cash-answer.ts'

/** Whose drawer, the vault of which branch, or which bank, in words. */
export function usePlaceWord(): (place: Pick<SentCash['from'], 'kind' | 'name'>) => string {
  const { t } = useTranslation('cash')
  return ({ kind, name }) => {
    if (kind === 'vault') return t('vault-of', { name: isolate(name) })
    return kind === 'drawer' ? t('drawer-of', { name: isolate(name) }) : isolate(name)
  }
}
