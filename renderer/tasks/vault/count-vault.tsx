import { useTranslation } from 'react-i18next'
import { CountCash } from '../../counter/count-cash.tsx'
import { CountedCash } from '../../counter/counted-cash.tsx'
import type { VaultCash } from './vault-cash.ts'

interface CountVaultProps {
  readonly vault: VaultCash
  readonly onDone: () => void
}

/** Counts one currency of the branch's vault. */
export function CountVault({ vault, onDone }: CountVaultProps) {
  const { t } = useTranslation('cash')
  const { id, name, currency, closingMinor } = vault
  return (
    <CountCash
      title={t('count-vault')}
      subtitle={t('vault-of', { name })}
      draftName={`vault/count/${id}/${currency}`}
      place={{ id, name: t('vault-of', { name }), currency, expectedMinor: closingMinor }}
      confirmLabel={t('count-confirm')}
      toCommand={counted => ({ ...counted, type: 'vault.count', currency })}
      whenDone={outcome => (
        <CountedCash id={id} name={t('vault-of', { name })} currency={currency} outcome={outcome} onDone={onDone} />
      )}
      onLeave={onDone}
    />
  )
}
