import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrawerAnswer } from '../../../core/query/cash-answers.ts'
import type { MyDayAnswer } from '../../../core/query/counter-answers.ts'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import classes from './close-checklist.module.css'

interface CloseChecklistProps {
  readonly day: MyDayAnswer
  readonly openDrawers: readonly DrawerAnswer[]
}

/** What must be done before the day can be closed, and what should be known. */
export function CloseChecklist({ day, openDrawers }: CloseChecklistProps) {
  const { t } = useTranslation('cash')
  return (
    <ul className={classes.list}>
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
    </ul>
  )
}

type CheckState = 'done' | 'waits' | 'blocks'
const icons = { done: IconCircleCheck, waits: IconClock, blocks: IconAlertTriangle } as const

interface CheckProps {
  readonly state: CheckState
  readonly children: ReactNode
  readonly action?: ReactNode
}

function Check({ state, children, action }: CheckProps) {
  const { t } = useTranslation('cash')
  const Icon = icons[state]
  return (
    <li className={classes.check} data-state={state}>
      <Icon size={18} stroke={1.75} aria-label={t(`check-${state}`)} />
      <span className={classes.text}>{children}</span>
      {action}
    </li>
  )
}
