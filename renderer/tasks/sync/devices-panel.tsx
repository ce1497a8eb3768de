import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceAnswer } from '../../../core/query/institution-answers.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatMoment } from '../../lib/format-date.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Panel } from '../../ui/panel.tsx'
import { DeviceDialog } from './device-dialog.tsx'

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
    { id: 'state', header: t('state'), width: 120, cell: row => <DeviceState device={row} /> },
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

function DeviceState({ device }: { readonly device: DeviceAnswer }) {
  const { t } = useTranslation('frame')
  if (device.state === 'active') return null
  return <Badge tone="wrong">{t(`device-state-${device.state}`)}</Badge>
}

/** Every computer of the institution that this one knows of. Head office opens one to take it out. */
export function DevicesPanel() {
  const { t } = useTranslation('frame')
  const { answer, isPending } = useAnswer({ type: 'devices' })
  const [opened, setOpened] = useState<string>()
  const mayRevoke = usePermission('device')
  const isHeadOffice = answer?.some(device => device.own && device.isHeadOffice) ?? false
  const device = answer?.find(({ log }) => log === opened)
  const open = (row: DeviceAnswer): void => {
    if (!row.isHeadOffice) setOpened(row.log)
  }
  return (
    <Panel title={t('devices')} flush>
      {device && <DeviceDialog device={device} devices={answer ?? []} onClose={() => setOpened(undefined)} />}
      <DataGrid
        label={t('devices')}
        columns={useColumns()}
        rows={answer ?? []}
        rowKey={row => row.log}
        {...(mayRevoke && isHeadOffice ? { onOpen: open } : {})}
        isPending={isPending}
        maxRows={8}
        empty={<EmptyState title={t('devices-none')} />}
      />
    </Panel>
  )
}
