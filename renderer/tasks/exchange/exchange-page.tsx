import { useTranslation } from 'react-i18next'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { useOpenSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ExchangeCash } from './exchange-cash.tsx'

/** Cash of one currency for cash of another, at the rates of the day. */
export function ExchangePage() {
  const own = useOpenSession()?.institution.currency
  const { answer: rates, refusal } = useAnswer({ type: 'rates' })
  if (refusal) return <RefusedPage refusal={refusal} />
  if (!own || !rates) return null
  return rates.length > 0 ? <ExchangeCash rates={rates} own={own} /> : <NoRates />
}

function NoRates() {
  const { t } = useTranslation('exchange')
  return (
    <Page narrow>
      <PageHeader title={t('exchange')} />
      <Panel>
        <EmptyState
          title={t('no-rates')}
          action={<Action onAct={() => goTo({ task: 'rates' })}>{t('go-to-rates')}</Action>}
        >
          {t('no-rates-hint')}
        </EmptyState>
      </Panel>
    </Page>
  )
}
