import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountSummary, StatementRow } from '../../core/query/savings-answers.ts'
import { formatNumber } from '../lib/format-count.ts'
import { formatDate } from '../lib/format-date.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { goTo } from '../routes.ts'
import { DataGrid } from '../ui/data-grid.tsx'
import type { GridColumn } from '../ui/grid-table.ts'
import { moneyColumn } from '../ui/money-column.tsx'
import { Panel } from '../ui/panel.tsx'
import { useEntryWord } from './entry-words.ts'

interface RecentOperationsProps {
  readonly account: AccountSummary
  readonly limit?: number
}

/** The last few movements of one account: what is entered twice is seen here first. */
export function RecentOperations({ account, limit = 8 }: RecentOperationsProps) {
  const { t } = useTranslation('clients')
  const { answer } = useAnswer({ type: 'statement', accountId: account.accountId, limit })
  const columns = useColumns(account)
  if (!answer || answer.rows.length === 0) return null
  return (
    <Panel title={t('recent')} aside={<bdi>{account.number}</bdi>} flush>
      <DataGrid
        label={t('recent')}
        columns={columns}
        rows={answer.rows}
        rowKey={({ place }) => `${place.position}/${place.entryNo}/${place.lineNo}`}
        onOpen={row => goTo({ task: 'record', record: row.record })}
        rowState={row => (row.reversedBy ? 'void' : undefined)}
        empty={null}
        maxRows={limit}
      />
    </Panel>
  )
}

function useColumns({ currency }: AccountSummary): readonly GridColumn<StatementRow>[] {
  const { t, i18n } = useTranslation('clients')
  const word = useEntryWord()
  return useMemo(
    () => [
      { id: 'date', header: t('date'), width: 88, cell: row => formatDate(row.bookingDate, i18n.language) },
      { id: 'operation', header: t('operation'), width: 110, grow: 1, cell: row => word(row.description) },
      {
        id: 'receipt',
        header: t('receipt'),
        width: 50,
        leaves: 2,
        align: 'end',
        cell: row => row.receipt !== undefined && formatNumber(row.receipt, i18n.language),
      },
      moneyColumn(
        { id: 'amount', header: t('amount'), of: ({ amountMinor }) => ({ amountMinor, currency }) },
        i18n.language,
      ),
      moneyColumn(
        {
          id: 'balance',
          header: t('balance'),
          of: ({ balanceMinor }) => ({ amountMinor: balanceMinor, currency }),
          strong: true,
          leaves: 1,
        },
        i18n.language,
      ),
    ],
    [t, i18n.language, word, currency],
  )
}
