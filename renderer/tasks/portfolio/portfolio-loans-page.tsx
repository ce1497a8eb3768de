import { IconCircleCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortfolioLoanRow } from '../../../core/query/portfolio-answers.ts'
import type { PortfolioLoansWhich } from '../../../core/query/portfolio-request.ts'
import { useEscape } from '../../counter/use-escape.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDate, formatDay } from '../../lib/format-date.ts'
import { loanPlace } from '../../lib/loan-place.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goBack, goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Money } from '../../ui/money.tsx'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import classes from './portfolio.module.css'
import { askedOf, usePortfolioView, ways } from './portfolio-view.ts'
import { usePortfolioDay } from './use-portfolio-day.ts'

/** The loans that a figure of the board is made of, the longest past due first. Enter opens one. Rule: L62. */
export function PortfolioLoansPage() {
  const { t, i18n } = useTranslation('portfolio')
  const { which, only } = usePortfolioView()
  const { asOf } = usePortfolioDay()
  const [page, setPage] = useState(0)
  const { answer, refusal, isPending } = useAnswer(
    { type: 'portfolio-loans', asOf, of: askedOf(only), which, page },
    { keepPrevious: true },
  )
  const columns = useColumns(which)
  useEscape(goBack)
  const narrowed = ways.flatMap(way => only[way]?.name ?? [])
  return (
    <Page fixed>
      <PageHeader
        title={useTitle(which)}
        subtitle={[formatDay(asOf, i18n.language), ...narrowed].join(' · ')}
        marks={
          <span className={classes.sums}>
            {answer?.sums.map(({ currency, loans, principalMinor }) => (
              <span key={currency}>
                {t('loans', { count: loans, number: formatCount(loans, i18n.language) })}{' '}
                <Money amountMinor={principalMinor} currency={currency} strong />
              </span>
            ))}
          </span>
        }
        actions={
          (page > 0 || answer?.hasMore) && (
            <div className={classes.pages}>
              <Action disabled={page === 0} onAct={() => setPage(page - 1)}>
                {t('page-before')}
              </Action>
              <Action disabled={!answer?.hasMore} onAct={() => setPage(page + 1)}>
                {t('page-after')}
              </Action>
            </div>
          )
        }
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel flush fill>
        <DataGrid
          label={t('portfolio')}
          columns={columns}
          rows={answer?.rows ?? []}
          rowKey={({ loanId }) => loanId}
          onOpen={({ loanId }) =>
            goTo(loanPlace({ loanId, state: which.kind === 'written-off' ? 'written-off' : 'active' }))
          }
          isPending={isPending}
          place="portfolio-loans"
          autoFocus
          empty={<EmptyState icon={<IconCircleCheck size={30} stroke={1.25} />} title={t('no-loans')} />}
        />
      </Panel>
    </Page>
  )
}

function useTitle(which: PortfolioLoansWhich): string {
  const { t, i18n } = useTranslation('portfolio')
  switch (which.kind) {
    case 'open':
      return t('outstanding')
    case 'late':
      return t('arrears')
    case 'bucket':
      return t(`bucket-${which.bucket}`)
    case 'at-risk':
      return t('par', { days: which.par })
    case 'restructured':
      return t('restructured')
    case 'written-off':
      return t('written-off')
    case 'due':
      return t('due-on', { date: formatDay(which.from, i18n.language) })
  }
}

function useColumns({ kind }: PortfolioLoansWhich): readonly GridColumn<PortfolioLoanRow>[] {
  const { t, i18n } = useTranslation('portfolio')
  return useMemo(() => {
    const locale = i18n.language
    const common: readonly GridColumn<PortfolioLoanRow>[] = [
      { id: 'client', header: t('client'), width: 120, grow: 1.4, cell: row => <bdi>{row.clientName}</bdi> },
      { id: 'number', header: t('number'), width: 114, grow: 0.4, leaves: 4, cell: row => <bdi>{row.number}</bdi> },
      {
        id: 'product',
        header: t('by-product'),
        width: 110,
        grow: 1,
        leaves: 5,
        cell: row => <bdi>{row.productName}</bdi>,
      },
      {
        id: 'officer',
        header: t('by-officer'),
        width: 100,
        grow: 0.8,
        leaves: 3,
        cell: row => <bdi>{row.officerName}</bdi>,
      },
    ]
    const money = (id: string, header: string, of: (row: PortfolioLoanRow) => bigint) =>
      moneyColumn<PortfolioLoanRow>(
        { id, header, of: row => ({ amountMinor: of(row), currency: row.currency }), sortBy: of },
        locale,
      )
    if (kind === 'written-off')
      return [
        ...common,
        money('written-off', t('written-off'), row => row.writtenOffMinor),
        money('recovered', t('recovered-column'), row => row.recoveredMinor),
      ]
    return [
      ...common,
      {
        id: 'oldest',
        header: t('oldest-due'),
        width: 90,
        leaves: 2,
        cell: row => row.oldestDueOn && formatDate(row.oldestDueOn, locale),
        sortBy: row => row.oldestDueOn ?? '9999',
      },
      {
        id: 'days',
        header: t('days-late'),
        width: 70,
        align: 'end',
        cell: row => (row.daysPastDue > 0 ? formatCount(row.daysPastDue, locale) : ''),
        sortBy: row => row.daysPastDue,
      },
      money('outstanding', t('outstanding'), row => row.principalMinor),
      { ...money('arrears', t('arrears'), row => row.arrearsMinor), leaves: 1 },
    ]
  }, [t, i18n.language, kind])
}
