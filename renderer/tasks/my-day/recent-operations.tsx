import { IconNotebook } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalRow } from '../../../core/query/journal-answers.ts'
import { turnoverOf } from '../../counter/journal-columns.tsx'
import { useRecordWord } from '../../counter/record-words.ts'
import { formatTime } from '../../lib/format-date.ts'
import { goTo } from '../../routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Subject } from '../../ui/subject.tsx'

function useColumns(): readonly GridColumn<JournalRow>[] {
  const { t, i18n } = useTranslation('frame')
  const wordOf = useRecordWord()
  return useMemo(
    () => [
      {
        id: 'time',
        header: t('column-time'),
        width: 44,
        leaves: 1,
        cell: row => formatTime(row.recordedAt, i18n.language),
      },
      { id: 'type', header: t('column-operation'), width: 112, grow: 1, cell: row => wordOf(row) },
      {
        id: 'subject',
        header: t('column-who'),
        width: 120,
        grow: 1,
        cell: row => row.subject && <Subject subject={row.subject} />,
      },
      moneyColumn({ id: 'amount', header: t('column-amount'), of: turnoverOf }, i18n.language),
      { id: 'state', header: t('column-state'), width: 84, leaves: 2, cell: row => <StateOf row={row} /> },
    ],
    [t, i18n.language, wordOf],
  )
}

function StateOf({ row }: { readonly row: JournalRow }) {
  const { t } = useTranslation('frame')
  if (row.reversed) return <Badge tone="wrong">{t('state-reversed')}</Badge>
  return row.sent ? <Badge tone="right">{t('state-sent')}</Badge> : <Badge>{t('state-unsent')}</Badge>
}

/** The last operations of this installation, newest first. */
export function RecentOperations({ rows }: { readonly rows: readonly JournalRow[] }) {
  const { t } = useTranslation('frame')
  const columns = useColumns()
  return (
    <Panel title={t('recent')} flush>
      <DataGrid
        label={t('recent')}
        columns={columns}
        rows={rows}
        rowKey={row => String(row.position)}
        rowState={row => (row.reversed ? 'void' : undefined)}
        onOpen={row => goTo({ task: 'record', record: row.record })}
        maxRows={12}
        empty={
          <EmptyState icon={<IconNotebook size={28} stroke={1.3} />} title={t('recent-none')}>
            {t('recent-none-hint')}
          </EmptyState>
        }
      />
    </Panel>
  )
}
