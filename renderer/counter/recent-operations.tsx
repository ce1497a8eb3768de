import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountSummary, StatementRow } from '../../core/query/answers.ts'
import { formatDate } from '../lib/format-date.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { goTo } from '../routes.ts'
import { DataGrid } from '../ui/data-grid.tsx'
import type { GridColumn } from '../ui/grid-table.ts'
import { Money } from '../ui/money.tsx'
import { Panel } from '../ui/panel.tsx'
import { useRecordWord } from './record-words.ts'

interface RecentOperationsProps {
  readonly account: AccountSummary
  readonly limit?: number
  /** Beside a form there is no room for the balances. */
  readonly narrow?: boolean
}

/** The last few movements of one account: what is entered twice is seen here first. */
export function RecentOperations({ account, limit = 8, narrow = false }: RecentOperationsProps) {
  const { t } = useTranslation('clients')
  const { answer } = useAnswer({ type: 'statement', accountId: account.accountId, limit })
  const columns = useColumns(account)
  if (!answer || answer.rows.length === 0) return null
  return (
    <Panel title={t('recent')} aside={<bdi>{account.number}</bdi>} flush>
      <DataGrid
        label={t('recent')}
        columns={narrow ? columns.filter(({ id }) => id !== 'balance') : columns}
        rows={answer.rows}
        rowKey={row => `${row.record.log}/${row.record.seq}`}
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
  const word = useRecordWord()
  return useMemo(
    () => [
      { id: 'date', header: t('date'), width: '88px', cell: row => formatDate(row.bookingDate, i18n.language) },
      { id: 'operation', header: t('operation'), width: 'minmax(130px, 1fr)', cell: row => word(row.type) },
      { id: 'receipt', header: t('receipt'), width: '54px', align: 'end', cell: row => row.receipt },
      {
        id: 'amount',
        header: t('amount'),
        width: '132px',
        align: 'end',
        cell: row => <Money amountMinor={row.amountMinor} currency={currency} aligned />,
      },
      {
        id: 'balance',
        header: t('balance'),
        width: '132px',
        align: 'end',
        cell: row => <Money amountMinor={row.balanceMinor} currency={currency} aligned strong />,
      },
    ],
    [t, i18n.language, word, currency],
  )
}
