import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Worklist } from '../../../core/loans/worklist.ts'
import type { MyDayAnswer } from '../../../core/query/counter-answers.ts'
import { formatDate } from '../../lib/format-date.ts'
import { usePermission } from '../../lib/session.ts'
import { goTo, hashOf, type Route } from '../../routes.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './due-list.module.css'

interface DueTask {
  readonly text: string
  readonly action: string
  readonly route: Route
}

/** What stands before the person now, in the order in which it has to be done. */
export function DueList({ day }: { readonly day: MyDayAnswer }) {
  const { t } = useTranslation('frame')
  const due = useDue(day)
  return (
    <Panel title={t('due-now')} flush={due.length > 0}>
      {due.length === 0 ? (
        <EmptyState icon={<IconCircleCheck size={26} stroke={1.4} />} title={t('nothing-due')}>
          {t('nothing-due-hint')}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {due.map(({ text, action, route }, index) => {
            const Way = index === 0 ? PrimaryAction : Action
            return (
              <li className={classes.task} key={hashOf(route)}>
                <span>{text}</span>
                <Way onAct={() => goTo(route)}>{action}</Way>
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}

/** Who waits at the counter comes first, what is only to be finished last. */
const loanOrder: readonly Worklist[] = ['due', 'late', 'to-pay-out', 'drafts']

function useDue({
  businessDate,
  lastClosedDate,
  drawer,
  approvals,
  applications,
  cashToReceive,
  loans,
}: MyDayAnswer): readonly DueTask[] {
  const { t, i18n } = useTranslation('frame')
  const mayKeepDrawer = usePermission('drawer')
  const mayOpenDay = usePermission('day')
  const mayApprove = usePermission('approve')
  const last = lastClosedDate && formatDate(lastClosedDate, i18n.language)
  const due: DueTask[] = []
  if (!businessDate && mayOpenDay)
    due.push({
      text: last ? t('due-day-after', { date: last }) : t('due-day'),
      action: t('open-day'),
      route: { task: 'business-day' },
    })
  if (businessDate && drawer?.status !== 'open' && mayKeepDrawer)
    due.push({ text: t('due-drawer'), action: t('open-drawer'), route: { task: 'drawer' } })
  if (businessDate && cashToReceive > 0)
    due.push({ text: t('due-cash', { count: cashToReceive }), action: t('count-it'), route: { task: 'cash' } })
  if (approvals + applications > 0 && mayApprove) {
    const count = approvals + applications
    due.push({ text: t('due-approvals', { count }), action: t('decide'), route: { task: 'approvals' } })
  }
  for (const list of loanOrder)
    if (loans[list] > 0)
      due.push({
        text: t(`due-loans-${list}`, { number: loans[list] }),
        action: t('see-loans'),
        route: { task: 'loans', list },
      })
  return due
}
