import { useTranslation } from 'react-i18next'
import type { UncountedCash } from '../../../core/ledger/uncounted-cash.ts'
import type { MyDayAnswer } from '../../../core/query/counter-answers.ts'
import { Check, CheckList } from '../../counter/check-list.tsx'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'

interface CloseChecklistProps {
  readonly day: MyDayAnswer
  /** What the engine says stands against closing. */
  readonly uncounted: readonly UncountedCash[]
}

/** What must be done before the day can be closed, and what should be known. */
export function CloseChecklist({ day, uncounted }: CloseChecklistProps) {
  const { t } = useTranslation('cash')
  return (
    <CheckList>
      {uncounted.length === 0 ? (
        <Check state="done">{t('check-cash-counted')}</Check>
      ) : (
        uncounted.map(cash => <UncountedCheck key={`${cash.id}/${cash.currency}`} cash={cash} />)
      )}
      {day.approvals === 0 ? (
        <Check state="done">{t('check-no-approvals')}</Check>
      ) : (
        <Check state="waits" action={<Action onAct={() => goTo({ task: 'approvals' })}>{t('go-to-approvals')}</Action>}>
          {t('check-approvals', { count: day.approvals })}
        </Check>
      )}
      {day.unsent.count === 0 ? (
        <Check state="done">{t('check-all-sent')}</Check>
      ) : (
        <Check state="waits">{t('check-unsent', { count: day.unsent.count })}</Check>
      )}
    </CheckList>
  )
}

function UncountedCheck({ cash: { kind, id, way, name, amountMinor, currency } }: { readonly cash: UncountedCash }) {
  const { t } = useTranslation('cash')
  const said =
    kind === 'vault'
      ? t('check-vault-uncounted', { name })
      : kind === 'transfer'
        ? t('check-transfer', { name })
        : way === 'close'
          ? t('check-drawer-open', { name })
          : t('check-drawer-uncounted', { name })
  const action =
    kind === 'vault' ? (
      <Action onAct={() => goTo({ task: 'vault' })}>{t('go-to-vault')}</Action>
    ) : kind === 'transfer' ? (
      <Action onAct={() => goTo({ task: 'transfer', transferId: id })}>{t('go-to-transfer')}</Action>
    ) : (
      <Action onAct={() => goTo({ task: 'drawer' })}>{t('go-to-drawer')}</Action>
    )
  return (
    <Check state="blocks" action={action}>
      {said} <Money amountMinor={amountMinor} currency={currency} />
    </Check>
  )
}
