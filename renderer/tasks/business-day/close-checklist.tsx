import { useTranslation } from 'react-i18next'
import type { DrawerAnswer } from '../../../core/query/cash-answers.ts'
import type { MyDayAnswer } from '../../../core/query/counter-answers.ts'
import { Check, CheckList } from '../../counter/check-list.tsx'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'

interface CloseChecklistProps {
  readonly day: MyDayAnswer
  readonly openDrawers: readonly DrawerAnswer[]
}

/** What must be done before the day can be closed, and what should be known. */
export function CloseChecklist({ day, openDrawers }: CloseChecklistProps) {
  const { t } = useTranslation('cash')
  return (
    <CheckList>
      {openDrawers.length === 0 ? (
        <Check state="done">{t('check-drawers-closed')}</Check>
      ) : (
        openDrawers.map(drawer => (
          <Check
            key={drawer.drawerId}
            state="blocks"
            action={<Action onAct={() => goTo({ task: 'drawer' })}>{t('go-to-drawer')}</Action>}
          >
            {t('check-drawer-open', { name: drawer.staffName })}{' '}
            <Money amountMinor={drawer.expectedMinor} currency={drawer.currency} />
          </Check>
        ))
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
