import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { ClosedLoanRow, ClosedLoans as ClosedLoansAnswer } from '../../../core/query/close-answers.ts'
import { formatDate } from '../../lib/format-date.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PartOf } from './part-of.tsx'

/** What the close of a date recognised of each loan, how late it was that night, and what it has become. */
export function ClosedLoans({
  date,
  closed,
  onPage,
}: {
  readonly date: BusinessDate
  readonly closed: ClosedLoansAnswer
  readonly onPage: (page: number) => void
}) {
  const { t, i18n } = useTranslation('closing')
  const columns = useLoanColumns()
  const title = t('loans', { date: formatDate(date, i18n.language) })
  return (
    <Panel title={title} aside={<PartOf page={closed.page} pages={closed.pages} onPage={onPage} />} flush>
      <DataGrid
        label={title}
        columns={columns}
        rows={closed.rows}
        rowKey={row => row.loanId}
        empty={<EmptyState title={t('result-none')} />}
        maxRows={12}
      />
    </Panel>
  )
}

type Figure = 'interest-earned' | 'charges'

/** A figure that is nothing is left out. */
function useLoanColumns(): readonly GridColumn<ClosedLoanRow>[] {
  const { t, i18n } = useTranslation('closing')
  return useMemo(() => {
    const figure = (id: Figure, leaves: number): GridColumn<ClosedLoanRow> =>
      moneyColumn(
        {
          id,
          header: t(id),
          of: ({ interestMinor, chargesMinor, currency }) => {
            const amountMinor = id === 'charges' ? chargesMinor : interestMinor
            return amountMinor ? { amountMinor, currency } : undefined
          },
          grow: 1,
          leaves,
        },
        i18n.language,
      )
    return [
      { id: 'loan', header: t('loan'), width: 130, cell: row => <bdi>{row.number}</bdi> },
      { id: 'client', header: t('client'), width: 120, grow: 2, leaves: 3, cell: row => <bdi>{row.clientName}</bdi> },
      figure('interest-earned', 2),
      figure('charges', 1),
      { id: 'late', header: t('days-late'), width: 90, leaves: 4, cell: row => row.daysPastDue },
      { id: 'state', header: t('state'), width: 160, leaves: 5, cell: row => <Became row={row} /> },
    ]
  }, [t, i18n.language])
}

function Became({ row: { became, income } }: { readonly row: ClosedLoanRow }) {
  const { t } = useTranslation('closing')
  return (
    <>
      {became && <Badge tone={became === 'cured' ? 'right' : 'wrong'}>{t(`became-${became}`)}</Badge>}
      {income && <Badge tone={income === 'resumed' ? 'right' : 'waiting'}>{t(`income-${income}`)}</Badge>}
    </>
  )
}
