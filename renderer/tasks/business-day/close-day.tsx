import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { UncountedCash } from '../../../core/ledger/uncounted-cash.ts'
import type { MyDayAnswer } from '../../../core/query/counter-answers.ts'
import { CheckList } from '../../counter/check-list.tsx'
import { CosignDialog } from '../../counter/cosign-dialog.tsx'
import { Refused } from '../../counter/refused.tsx'
import { useOperation } from '../../counter/use-operation.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDay } from '../../lib/format-date.ts'
import { useOpenSession } from '../../lib/session.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Badge } from '../../ui/badge.tsx'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { EachMoney } from '../../ui/each-money.tsx'
import { Figure, Figures } from '../../ui/figure.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CloseChecklist } from './close-checklist.tsx'
import { CloseOfBusiness } from './close-of-business.tsx'
import { UncountedCheck } from './uncounted-check.tsx'

interface CloseDayProps {
  readonly day: MyDayAnswer
  readonly date: BusinessDate
}

/** Closes the business day once its checklist allows it. */
export function CloseDay({ day, date }: CloseDayProps) {
  const { t, i18n } = useTranslation('cash')
  const { key } = useOperationKey()
  const operation = useOperation<'day.close'>({ type: 'day.close', key }, { key })
  const { refusal } = operation
  const uncounted = refusal?.type === 'cash-uncounted' ? refusal.cash : []
  const isForTwo = uncounted.length > 0 && uncounted.every(({ kind }) => kind !== 'drawer')
  const [isAsking, setIsAsking] = useState(false)
  return (
    <Page>
      <PageHeader
        title={t('business-day')}
        subtitle={formatDay(date, i18n.language)}
        marks={<Badge tone="right">{t('day-open')}</Badge>}
      />
      <TodayFigures day={day} />
      <Panel title={t('close-checklist')} flush>
        <CloseChecklist day={day} uncounted={uncounted} />
        {refusal && refusal.type !== 'cash-uncounted' && <Refused refusal={refusal} />}
        <ConfirmBar
          summary={t(isForTwo ? 'close-day-signed' : 'close-day-summary')}
          confirmLabel={t(isForTwo ? 'close-day-with-second' : 'close-day-confirm')}
          shortcut="c"
          onConfirm={() => (isForTwo ? setIsAsking(true) : void operation.post())}
          isBusy={operation.run.isBusy}
          disabled={operation.isBlocked && !isForTwo}
        />
      </Panel>
      {isAsking && operation.command && (
        <CosignDialog
          command={operation.command}
          summary={<SignedOver uncounted={uncounted} />}
          onClose={() => setIsAsking(false)}
          onSigned={async () => {
            setIsAsking(false)
            await operation.post()
          }}
        />
      )}
      <CloseOfBusiness />
    </Page>
  )
}

/** What the second person reads before signing: all that is not counted. */
function SignedOver({ uncounted }: { readonly uncounted: readonly UncountedCash[] }) {
  const { t } = useTranslation('cash')
  return (
    <>
      <Text>{t('close-day-over')}</Text>
      <CheckList>
        {uncounted.map(cash => (
          <UncountedCheck key={`${cash.id}/${cash.currency}`} cash={cash} />
        ))}
      </CheckList>
    </>
  )
}

function TodayFigures({ day: { today } }: { readonly day: MyDayAnswer }) {
  const { t, i18n } = useTranslation('cash')
  const currency = useOpenSession()?.institution.currency
  if (!currency) return null
  return (
    <Figures>
      <Figure label={t('deposits')} detail={t('operations', { count: today.deposits })}>
        <EachMoney amounts={today.deposited} currency={currency} />
      </Figure>
      <Figure label={t('withdrawals')} detail={t('operations', { count: today.withdrawals })}>
        <EachMoney amounts={today.withdrawn} currency={currency} />
      </Figure>
      <Figure label={t('new-clients')}>{formatCount(today.newClients, i18n.language)}</Figure>
    </Figures>
  )
}
