import { IconChartHistogram } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { PortfolioInCurrency } from '../../../core/query/portfolio-answers.ts'
import { formatDay } from '../../lib/format-date.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import classes from './portfolio.module.css'
import { AgeingChart, DueChart, OutstandingChart } from './portfolio-charts.tsx'
import { PortfolioFigureRow } from './portfolio-figures.tsx'
import { PortfolioFilters } from './portfolio-filters.tsx'
import { PortfolioRows } from './portfolio-rows.tsx'
import { askedOf, usePortfolioView } from './portfolio-view.ts'
import { TrendChart } from './trend-chart.tsx'
import { usePortfolioDay } from './use-portfolio-day.ts'

/** How the loans stand: how much, how late, what comes in; every figure opens its loans. Rule: L62. */
export function PortfolioPage() {
  const { t, i18n } = useTranslation('portfolio')
  const { by, only, currency } = usePortfolioView()
  const { asOfText, asOf } = usePortfolioDay()
  const { answer, refusal, isPending } = useAnswer(
    { type: 'portfolio', asOf, by, of: askedOf(only) },
    { keepPrevious: true },
  )
  const inCurrency = answer?.currencies.find(one => one.currency === currency) ?? answer?.currencies[0]
  return (
    <Page>
      <PageHeader
        title={t('portfolio')}
        subtitle={t('stands-as-of', { date: formatDay(asOf, i18n.language) })}
        actions={<ProvisionAction />}
      />
      <PortfolioFilters
        asOfText={asOfText}
        currency={inCurrency?.currency}
        currencies={answer?.currencies.map(one => one.currency) ?? []}
      />
      {refusal && <RefusalNote refusal={refusal} />}
      {inCurrency && <Board asOf={asOf} inCurrency={inCurrency} />}
      {!inCurrency && !isPending && !refusal && (
        <EmptyState icon={<IconChartHistogram size={30} stroke={1.25} />} title={t('no-loans')} />
      )}
    </Page>
  )
}

function Board({ asOf, inCurrency }: { readonly asOf: BusinessDate; readonly inCurrency: PortfolioInCurrency }) {
  const { by, only } = usePortfolioView()
  const { currency, total, rows } = inCurrency
  return (
    <>
      <PortfolioFigureRow asOf={asOf} currency={currency} figures={total} />
      <div className={classes.charts}>
        <AgeingChart figures={total} currency={currency} />
        <TrendChart asOf={asOf} currency={currency} only={only} />
        <OutstandingChart by={by} currency={currency} rows={rows} />
        <DueChart asOf={asOf} currency={currency} only={only} />
      </div>
      <PortfolioRows by={by} inCurrency={inCurrency} />
    </>
  )
}

function ProvisionAction() {
  const { t } = useTranslation('portfolio')
  const maySee = usePermission('audit')
  return maySee && <Action onAct={() => goTo({ task: 'provision' })}>{t('provision')}</Action>
}
