import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { portionsTotal } from '../../core/loan-life/portions.ts'
import type { LoanSummary } from '../../core/query/loan-answers.ts'
import { formatDate } from '../lib/format-date.ts'
import { loanPlace } from '../lib/loan-place.ts'
import { useOpenSession } from '../lib/session.ts'
import { wallDate } from '../lib/wall-date.ts'
import { goTo } from '../routes.ts'
import { Badge } from '../ui/badge.tsx'
import { DataGrid } from '../ui/data-grid.tsx'
import type { GridColumn } from '../ui/grid-table.ts'
import { moneyColumn } from '../ui/money-column.tsx'
import { LoanStateBadge } from './loan-state-badge.tsx'

interface LoanListProps {
  readonly label: string
  readonly loans: readonly LoanSummary[]
  readonly maxRows?: number
  readonly empty?: ReactNode
  readonly autoFocus?: boolean
}

/** Loans of one client: what each is, how it stands, what is owed and due next. Enter opens one. */
export function LoanList({ label, loans, maxRows = 6, empty = null, autoFocus = false }: LoanListProps) {
  const columns = useLoanColumns()
  return (
    <DataGrid
      label={label}
      columns={columns}
      rows={loans}
      rowKey={({ loanId }) => loanId}
      onOpen={loan => goTo(loanPlace(loan))}
      empty={empty}
      maxRows={maxRows}
      autoFocus={autoFocus}
    />
  )
}

function useLoanColumns(): readonly GridColumn<LoanSummary>[] {
  const { t, i18n } = useTranslation('loan-application')
  const today = useOpenSession()?.businessDate ?? wallDate()
  return useMemo(
    () => [
      {
        id: 'product',
        header: t('product'),
        width: 120,
        grow: 1,
        cell: loan => <bdi>{loan.productName}</bdi>,
      },
      {
        id: 'number',
        header: t('column-number'),
        width: 114,
        grow: 0.4,
        leaves: 3,
        cell: ({ number }) => <bdi>{number}</bdi>,
      },
      { id: 'state', header: t('column-state'), width: 104, cell: ({ state }) => <LoanStateBadge state={state} /> },
      moneyColumn(
        {
          id: 'principal',
          header: t('principal'),
          of: ({ principalMinor, currency }) => ({ amountMinor: principalMinor, currency }),
          leaves: 1,
        },
        i18n.language,
      ),
      moneyColumn(
        {
          id: 'owed',
          header: t('column-owed'),
          of: ({ outstanding, currency, disbursedOn }) =>
            disbursedOn && { amountMinor: portionsTotal(outstanding), currency },
          strong: true,
        },
        i18n.language,
      ),
      {
        id: 'next',
        header: t('column-next'),
        width: 96,
        leaves: 2,
        cell: ({ next }) =>
          next && (
            <>
              {formatDate(next.dueOn, i18n.language)} {next.dueOn < today && <Badge tone="wrong">{t('late')}</Badge>}
            </>
          ),
      },
    ],
    [t, i18n.language, today],
  )
}
