import { useTranslation } from 'react-i18next'
import type { WaitingApplication } from '../../../core/query/loan-answers.ts'
import { formatDate } from '../../lib/format-date.ts'
import { goTo } from '../../routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'

/** The applications for loans that wait: Enter opens one with all that is needed to decide it. Rule: W62. */
export function WaitingApplications({ applications }: { readonly applications: readonly WaitingApplication[] }) {
  const { t } = useTranslation('loan-application')
  const columns = useColumns()
  if (applications.length === 0) return null
  return (
    <Panel title={t('waiting')} flush>
      <DataGrid
        label={t('waiting')}
        columns={columns}
        rows={applications}
        rowKey={({ loanId }) => loanId}
        onOpen={({ loanId }) => goTo({ task: 'loan-application', loanId })}
        empty={null}
        maxRows={8}
        autoFocus
      />
    </Panel>
  )
}

function useColumns(): readonly GridColumn<WaitingApplication>[] {
  const { t, i18n } = useTranslation('loan-application')
  return [
    {
      id: 'on',
      header: t('drafted-on'),
      width: 90,
      leaves: 3,
      cell: row => formatDate(row.draftedOn, i18n.language),
      sortBy: row => row.draftedOn,
    },
    { id: 'client', header: t('client'), width: 120, grow: 1.2, cell: row => <bdi>{row.clientName}</bdi> },
    { id: 'product', header: t('product'), width: 110, grow: 1, leaves: 2, cell: row => <bdi>{row.productName}</bdi> },
    {
      id: 'by',
      header: t('handed-in-by'),
      width: 110,
      grow: 1,
      leaves: 4,
      cell: row => <bdi>{row.submittedByName}</bdi>,
    },
    moneyColumn(
      {
        id: 'amount',
        header: t('principal'),
        of: ({ principalMinor, currency }) => ({ amountMinor: principalMinor, currency }),
        strong: true,
        sortBy: row => row.principalMinor,
      },
      i18n.language,
    ),
    {
      id: 'approved',
      header: t('approvals'),
      width: 84,
      leaves: 1,
      cell: row => t('approved-of', { done: row.approvedBy.length, needed: row.peopleNeeded }),
    },
    { id: 'may', header: t('column-state'), width: 130, cell: row => <Standing row={row} /> },
  ]
}

/** Whether the person at the desk may decide it, or whom it waits for. */
function Standing({ row: { against } }: { readonly row: WaitingApplication }) {
  const { t } = useTranslation('loan-application')
  if (!against) return <Badge tone="waiting">{t('yours')}</Badge>
  if (against.type === 'approval-needed') return <Badge tone="waiting">{t('with-second')}</Badge>
  return <Badge>{t(against.type === 'loan-own-application' ? 'not-yours' : 'not-now')}</Badge>
}
