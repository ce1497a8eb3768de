import { useTranslation } from 'react-i18next'
import type { UncountedCash } from '../../../core/ledger/uncounted-cash.ts'
import { Check } from '../../counter/check-list.tsx'
import { usePermission } from '../../lib/session.ts'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'

interface UncountedCheckProps {
  readonly cash: UncountedCash
  /** Offers the page where it is counted, closed or received. */
  readonly hasWay?: boolean
}

/** One place whose cash nobody has accounted for; who does not keep the vault reads who counts it. */
export function UncountedCheck({ cash, hasWay = false }: UncountedCheckProps) {
  const { t } = useTranslation('cash')
  const keepsVault = usePermission('vault')
  const { kind, amountMinor, currency } = cash
  const isForOthers = hasWay && kind === 'vault' && !keepsVault
  return (
    <Check state="blocks" action={hasWay && !isForOthers && <Way cash={cash} />}>
      {useSaid(cash)} <Money amountMinor={amountMinor} currency={currency} />
      {isForOthers && ` ${t('check-vault-way')}`}
    </Check>
  )
}

function useSaid({ kind, name, way }: UncountedCash): string {
  const { t } = useTranslation('cash')
  if (kind === 'vault') return t('check-vault-uncounted', { name })
  if (kind === 'transfer') return t('check-transfer', { name })
  return way === 'close' ? t('check-drawer-open', { name }) : t('check-drawer-uncounted', { name })
}

function Way({ cash: { kind, id } }: { readonly cash: UncountedCash }) {
  const { t } = useTranslation('cash')
  if (kind === 'vault') return <Action onAct={() => goTo({ task: 'vault' })}>{t('go-to-vault')}</Action>
  if (kind === 'drawer') return <Action onAct={() => goTo({ task: 'drawer' })}>{t('go-to-drawer')}</Action>
  return <Action onAct={() => goTo({ task: 'transfer', transferId: id })}>{t('go-to-transfer')}</Action>
}
