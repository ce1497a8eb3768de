import { useTranslation } from 'react-i18next'
import type { LateRecordRow } from '../../../core/query/period-answers.ts'
import { useRecordWord } from '../../counter/record-words.ts'
import { formatDate, formatPeriod } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'

/** What came for a closed month after its closing: facts of other devices, which stand as they are. Nothing is shown while there is none. */
export function LateRecords() {
  const { t, i18n } = useTranslation('ledger')
  const word = useRecordWord()
  const { answer = [] } = useAnswer({ type: 'late-records' })
  if (answer.length === 0) return null
  const columns: readonly GridColumn<LateRecordRow>[] = [
    { id: 'what', header: t('operation'), width: 110, grow: 1.4, cell: row => word(row) },
    { id: 'month', header: t('month'), width: 96, leaves: 1, cell: row => formatPeriod(row.period, i18n.language) },
    { id: 'date', header: t('business-date'), width: 88, cell: row => formatDate(row.businessDate, i18n.language) },
    { id: 'by', header: t('by'), width: 80, grow: 1, leaves: 2, cell: row => <bdi>{row.actorName}</bdi> },
    moneyColumn(
      {
        id: 'amount',
        header: t('amount'),
        of: ({ amountMinor, currency }) =>
          amountMinor === undefined || currency === undefined ? undefined : { amountMinor, currency },
      },
      i18n.language,
    ),
  ]
  return (
    <Panel title={t('late-records')} flush>
      <DataGrid
        label={t('late-records')}
        columns={columns}
        rows={answer}
        rowKey={row => String(row.position)}
        onOpen={row => goTo({ task: 'record', record: row.record })}
        maxRows={6}
        empty={<EmptyState title={t('late-records')} />}
      />
    </Panel>
  )
}
