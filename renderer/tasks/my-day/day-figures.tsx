import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { MyDayAnswer } from '../../../core/query/counter-answers.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatAge } from '../../lib/format-date.ts'
import { useNow } from '../../lib/use-now.ts'
import { goTo } from '../../routes.ts'
import { EachMoney } from '../../ui/each-money.tsx'
import { Figure, Figures } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'

interface DayFiguresProps {
  readonly day: MyDayAnswer
  readonly currency: CurrencyCode
}

/** The four figures of the day. Each opens what it is made of. */
export function DayFigures({
  day: { drawer, today, approvals: requests, applications, unsent },
  currency,
}: DayFiguresProps) {
  const { t, i18n } = useTranslation('frame')
  const nowMs = useNow(60_000)
  const approvals = requests + applications
  const isOpen = drawer?.status === 'open'
  return (
    <Figures>
      <Figure
        label={t('cash-in-drawer')}
        tone={isOpen ? 'neutral' : 'waiting'}
        detail={t(isOpen ? 'drawer-expected' : 'drawer-open-first')}
        onOpen={() => goTo({ task: 'drawer' })}
      >
        {isOpen ? <Money amountMinor={drawer.expectedMinor} currency={drawer.currency} /> : t('drawer-closed')}
      </Figure>
      <Figure
        label={t('taken-in')}
        detail={t('deposits', { count: today.deposits })}
        onOpen={() => goTo({ task: 'journal' })}
      >
        <EachMoney amounts={today.deposited} currency={currency} />
      </Figure>
      <Figure
        label={t('paid-out')}
        detail={t('withdrawals', { count: today.withdrawals })}
        onOpen={() => goTo({ task: 'journal' })}
      >
        <EachMoney amounts={today.withdrawn} currency={currency} />
      </Figure>
      <Figure label={t('new-clients')} detail={t('registered-today')} onOpen={() => goTo({ task: 'journal' })}>
        {formatCount(today.newClients, i18n.language)}
      </Figure>
      <Figure
        label={t('waiting-for-approval')}
        tone={approvals > 0 ? 'waiting' : 'neutral'}
        detail={t(approvals > 0 ? 'approvals-open' : 'approvals-none')}
        onOpen={() => goTo({ task: 'approvals' })}
      >
        {formatCount(approvals, i18n.language)}
      </Figure>
      <Figure
        label={t('not-sent')}
        detail={
          unsent.oldestRecordedAt
            ? t('oldest', { age: formatAge(unsent.oldestRecordedAt, nowMs, i18n.language) })
            : t('all-sent')
        }
        onOpen={() => goTo({ task: 'sync' })}
      >
        <Money amountMinor={unsent.amountMinor} currency={currency} />
      </Figure>
    </Figures>
  )
}
