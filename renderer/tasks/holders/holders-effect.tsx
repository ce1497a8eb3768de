import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { HolderName } from './other-holders.tsx'

interface HoldersEffectProps {
  readonly account: AccountAnswer
  readonly others: readonly string[]
  readonly signing: AccountAnswer['signing']
}

/** Whose account it will be, and who must sign. */
export function HoldersEffect({ account, others, signing }: HoldersEffectProps) {
  const { t } = useTranslation('savings')
  const everybody = [account.clientId, ...others]
  return (
    <Facts
      facts={[
        [
          t('holders'),
          <span key="holders">
            {everybody.map(clientId => (
              <div key={clientId}>
                <HolderName clientId={clientId} />
              </div>
            ))}
          </span>,
        ],
        [t('signing'), others.length > 0 && t(`signing-${signing}`)],
      ]}
    />
  )
}
