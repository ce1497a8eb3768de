import { IconArrowBarDown, IconArrowBarUp, IconCashBanknote, IconReportMoney, IconUserPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { MyDayAnswer } from '../../../core/query/counter-answers.ts'
import { formatDay } from '../../lib/format-date.ts'
import { usePermission, useSession } from '../../lib/session.ts'
import { shortcuts } from '../../lib/shortcuts.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { Columns, Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { DayFigures } from './day-figures.tsx'
import { DueList } from './due-list.tsx'
import { RecentOperations } from './recent-operations.tsx'

/** The home of the working day: what is to be done, what lies where, and what was done. */
export function MyDayPage() {
  const { answer: day, refusal } = useAnswer({ type: 'my-day' })
  const currency = useSession().answer?.institution?.currency
  if (refusal)
    return (
      <Page>
        <RefusalNote refusal={refusal} />
      </Page>
    )
  return day && currency ? <MyDay day={day} currency={currency} /> : null
}

function MyDay({ day, currency }: { readonly day: MyDayAnswer; readonly currency: CurrencyCode }) {
  const { t, i18n } = useTranslation('frame')
  return (
    <Page>
      <PageHeader
        title={t('place-my-day')}
        subtitle={day.businessDate ? formatDay(day.businessDate, i18n.language) : t('day-closed-long')}
        actions={<CounterActions />}
      />
      <DayFigures day={day} currency={currency} />
      <Columns lead>
        <RecentOperations rows={day.recent} />
        <DueList day={day} />
      </Columns>
    </Page>
  )
}

/** The tasks of the counter. The keys work everywhere; here they are seen. */
function CounterActions() {
  const mayTake = usePermission('cash-in')
  const mayPay = usePermission('cash-out')
  const mayRegister = usePermission('register-client')
  const mayLend = usePermission('open-account')
  const mayKeepDrawer = usePermission('drawer')
  return (
    <>
      {mayTake && (
        <CounterAction
          name="counter-deposit"
          keys={shortcuts.deposit}
          icon={<IconArrowBarDown size={16} aria-hidden />}
          onAct={() => goTo({ task: 'search', purpose: 'deposit' })}
        />
      )}
      {mayPay && (
        <CounterAction
          name="counter-withdraw"
          keys={shortcuts.withdraw}
          icon={<IconArrowBarUp size={16} aria-hidden />}
          onAct={() => goTo({ task: 'search', purpose: 'withdraw' })}
        />
      )}
      {mayRegister && (
        <CounterAction
          name="counter-new-client"
          keys={shortcuts.newClient}
          icon={<IconUserPlus size={16} aria-hidden />}
          onAct={() => goTo({ task: 'register-client' })}
        />
      )}
      {mayLend && (
        <CounterAction
          name="counter-new-loan"
          keys={shortcuts.newLoan}
          icon={<IconReportMoney size={16} aria-hidden />}
          onAct={() => goTo({ task: 'search', purpose: 'new-loan' })}
        />
      )}
      {mayKeepDrawer && (
        <CounterAction
          name="counter-drawer"
          keys={shortcuts.drawer}
          icon={<IconCashBanknote size={16} aria-hidden />}
          onAct={() => goTo({ task: 'drawer' })}
        />
      )}
    </>
  )
}

interface CounterActionProps {
  readonly name: 'counter-deposit' | 'counter-withdraw' | 'counter-new-client' | 'counter-new-loan' | 'counter-drawer'
  readonly keys: string
  readonly icon: ReactNode
  readonly onAct: () => void
}

function CounterAction({ name, keys, icon, onAct }: CounterActionProps) {
  const { t } = useTranslation('frame')
  return (
    <Action icon={icon} keyShown={keys} onAct={onAct}>
      {t(name)}
    </Action>
  )
}
