import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import { lastDayOf } from '../../../core/calendar/period.ts'
import type { ChecklistAnswer } from '../../../core/query/period-answers.ts'
import { Check, CheckList } from '../../counter/check-list.tsx'
import { formatPeriod } from '../../lib/format-date.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo, type Route } from '../../routes.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './periods.module.css'

type Item = ChecklistAnswer['items'][number]

/** Where each thing is seen to. */
const ways = {
  over: 'business-day',
  days: 'business-day',
  drawers: 'cash',
  vaults: 'vault',
  approvals: 'approvals',
  'recurring-journals': 'recurring-journals',
  clearing: 'statements',
  'close-of-business': 'business-day',
  revaluation: 'revalue',
  provision: 'provision',
  'in-transit': 'cash',
  suspense: 'statements',
  devices: 'sync',
  'waiting-records': 'sync',
  unsent: 'sync',
} as const satisfies Record<Item['item'], Route['task']>
const states = { done: 'done', attention: 'waits', blocking: 'blocks' } as const

/** The oldest open month: what is done, what only wants to be looked at, and what stands against closing it, each with the way to it. */
export function NextMonth() {
  const { t, i18n } = useTranslation('ledger')
  const { answer } = useAnswer({ type: 'period-checklist' })
  if (!answer) return null
  const month = formatPeriod(answer.period, i18n.language)
  const blocking = answer.items.filter(({ state }) => state === 'blocking').length
  return (
    <Panel title={t('month-to-close', { month })} flush>
      <CheckList>
        {answer.items.map(item => (
          <ItemCheck key={item.item} item={item} lastDay={lastDayOf(answer.period)} />
        ))}
      </CheckList>
      <footer className={classes.foot}>
        <span className={classes.standing}>
          {blocking === 0 ? t('month-ready') : t('month-blocked', { number: blocking })}
        </span>
        <PrimaryAction
          shortcut="alt+c"
          disabled={!answer.isReady}
          onAct={() => goTo({ task: 'period-step', step: 'period.close', span: answer.period })}
        >
          {t('close-month', { month })}
        </PrimaryAction>
      </footer>
    </Panel>
  )
}

interface ItemCheckProps {
  readonly item: Item
  readonly lastDay: BusinessDate
}

function ItemCheck({ item: { item, state, count, amounts }, lastDay }: ItemCheckProps) {
  const { t } = useTranslation('ledger')
  const keepsVault = usePermission('vault')
  const task = ways[item] === 'vault' && !keepsVault ? 'cash' : ways[item]
  const route: Route = task === 'statements' ? { task, asOf: lastDay } : { task }
  const action = state !== 'done' && <Action onAct={() => goTo(route)}>{t(`go-${task}`)}</Action>
  return (
    <Check state={states[state]} action={action}>
      {state === 'done' ? t(`item-${item}-done`) : t(`item-${item}`, { number: count })}
      {amounts.map(({ amountMinor, currency }) => (
        <span className={classes.left} key={currency}>
          <Money amountMinor={amountMinor} currency={currency} />
        </span>
      ))}
    </Check>
  )
}
