import { useTranslation } from 'react-i18next'
import type { Effect } from '../../core/command/outcome.ts'
import { Facts } from './facts.tsx'

/** To which account of the chart held money goes, by its name: a code alone says nothing to whoever signs. */
export function CaptureFacts({ effect }: { readonly effect: Effect | undefined }) {
  const { t } = useTranslation('savings')
  const goesTo = effect?.goesTo
  if (!goesTo) return null
  return (
    <Facts
      facts={[
        [
          t('capture-target'),
          <bdi key="account">
            {goesTo.account} {goesTo.accountName}
          </bdi>,
        ],
      ]}
    />
  )
}
