import { useTranslation } from 'react-i18next'
import type { DeviceAnswer } from '../../../core/query/answers.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatMoment } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Panel } from '../../ui/panel.tsx'

function useColumns(): readonly GridColumn<DeviceAnswer>[] {
  const { t, i18n } = useTranslation('frame')
  return [
    { id: 'code', header: t('device'), width: 110, cell: row => <bdi>{row.code}</bdi> },
    {
      id: 'own',
      header: '',
      width: 110,
      leaves: 2,
      cell: row => row.own && <Badge tone="accent">{t('this-device')}</Badge>,
    },
    { id: 'branch', header: t('branch'), width: 110, grow: 1, cell: row => <bdi>{row.branchName}</bdi> },
    {
      id: 'records',
      header: t('records'),
      width: 80,
      align: 'end',
      cell: row => formatCount(row.records, i18n.language),
    },
    {
      id: 'last',
      header: t('last-record'),
      width: 104,
      leaves: 1,
      cell: row => row.lastRecordedAt && formatMoment(row.lastRecordedAt, i18n.language),
    },
  ]
}

/** Every computer of the institution that this one knows of. */
export function DevicesPanel() {
  const { t } = useTranslation('frame')
  const { answer, isPending } = useAnswer({ type: 'devices' })
  return (
    <Panel title={t('devices')} flush>
      <DataGrid
        label={t('devices')}
        columns={useColumns()}
        rows={answer ?? []}
        rowKey={row => row.log}
        isPending={isPending}
        maxRows={8}
        empty={<EmptyState title={t('devices-none')} />}
      />
    </Panel>
  )
}
