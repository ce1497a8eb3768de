import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { ClosedDateSummary } from '../../../core/query/close-answers.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDay } from '../../lib/format-date.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'

interface ClosedDatesProps {
  readonly dates: readonly ClosedDateSummary[]
  readonly onOpen: (date: BusinessDate) => void
}

/** The newest dates whose business was closed; Enter tells what one of them did. */
export function ClosedDates({ dates, onOpen }: ClosedDatesProps) {
  const { t, i18n } = useTranslation('closing')
  const columns = useMemo(
    (): readonly GridColumn<ClosedDateSummary>[] => [
      { id: 'date', header: t('date'), width: 150, grow: 2, cell: row => formatDay(row.date, i18n.language) },
      {
        id: 'accounts',
        header: t('accounts'),
        width: 80,
        align: 'end',
        cell: row => formatCount(row.accounts, i18n.language),
      },
      {
        id: 'state',
        header: t('state'),
        width: 100,
        grow: 1,
        cell: row => (
          <Badge tone={row.isDone ? 'right' : 'waiting'}>{t(row.isDone ? 'date-done' : 'date-begun')}</Badge>
        ),
      },
      {
        id: 'failed',
        header: t('failed'),
        width: 90,
        align: 'end',
        cell: row => (row.failed > 0 ? <Badge tone="wrong">{formatCount(row.failed, i18n.language)}</Badge> : null),
      },
    ],
    [t, i18n.language],
  )
  return (
    <DataGrid
      label={t('title')}
      columns={columns}
      rows={dates}
      rowKey={row => row.date}
      onOpen={row => onOpen(row.date)}
      empty={null}
      maxRows={5}
    />
  )
}
