import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoanSummary } from '../../../core/query/loan-answers.ts'
import { LoanStateBadge } from '../../counter/loan-state-badge.tsx'
import { formatDate } from '../../lib/format-date.ts'
import { isolateLtr } from '../../lib/isolate.ts'
import { loanPlace } from '../../lib/loan-place.ts'
import { goTo } from '../../routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'

/** Loans that are over, and how each ended: paid off, by which other loan, written off, or never paid out. Enter opens one. */
export function PastLoans({ loans }: { readonly loans: readonly LoanSummary[] }) {
  const { t } = useTranslation('clients')
  const columns = useColumns()
  return (
    <Panel title={t('past-loans')} flush>
      <DataGrid
        label={t('past-loans')}
        columns={columns}
        rows={loans}
        rowKey={({ loanId }) => loanId}
        onOpen={loan => goTo(loanPlace(loan))}
        empty={null}
        maxRows={5}
      />
    </Panel>
  )
}

function useColumns(): readonly GridColumn<LoanSummary>[] {
  const { t, i18n } = useTranslation(['clients', 'loan-application'])
  const locale = i18n.language
  return useMemo(
    () => [
      {
        id: 'product',
        header: t('loan-application:product'),
        width: 110,
        grow: 1,
        cell: loan => <bdi>{loan.productName}</bdi>,
      },
      {
        id: 'number',
        header: t('loan-application:column-number'),
        width: 114,
        leaves: 3,
        cell: ({ number }) => <bdi>{number}</bdi>,
      },
      {
        id: 'ended',
        header: t('clients:ended'),
        width: 104,
        grow: 0.6,
        cell: ({ state, refinancedBy }) =>
          refinancedBy ? (
            <Badge>{t('clients:paid-off-by', { number: isolateLtr(refinancedBy.number) })}</Badge>
          ) : (
            <LoanStateBadge state={state} />
          ),
      },
      {
        id: 'paid-out',
        header: t('clients:paid-out-on'),
        width: 90,
        leaves: 2,
        cell: ({ disbursedOn }) => disbursedOn && formatDate(disbursedOn, locale),
      },
      moneyColumn(
        {
          id: 'principal',
          header: t('loan-application:principal'),
          of: ({ principalMinor, currency }) => ({ amountMinor: principalMinor, currency }),
        },
        locale,
      ),
    ],
    [t, locale],
  )
}
