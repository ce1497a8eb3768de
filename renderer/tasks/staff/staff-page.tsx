import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffAnswer } from '../../../core/query/answers.ts'
import { useSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Money } from '../../ui/money.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { AddStaffDialog } from './add-staff-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'

function useColumns(): readonly GridColumn<StaffAnswer>[] {
  const { t } = useTranslation('frame')
  const currency = useSession().answer?.institution?.currency
  const limit = (amountMinor: bigint) => currency && <Money aligned amountMinor={amountMinor} currency={currency} />
  return [
    {
      id: 'name',
      header: t('column-name'),
      width: 'minmax(150px, 1.6fr)',
      cell: row => <bdi>{row.name}</bdi>,
      sortBy: row => row.name,
    },
    {
      id: 'code',
      header: t('staff-code'),
      width: '110px',
      cell: row => <bdi>{row.code}</bdi>,
      sortBy: row => row.code,
    },
    {
      id: 'role',
      header: t('role'),
      width: 'minmax(100px, 1fr)',
      cell: row => t(`role-${row.role}`),
      sortBy: row => row.role,
    },
    { id: 'in', header: t('limit-in'), width: '140px', align: 'end', cell: row => limit(row.limits.cashInMinor) },
    { id: 'out', header: t('limit-out'), width: '140px', align: 'end', cell: row => limit(row.limits.cashOutMinor) },
    {
      id: 'state',
      header: t('column-state'),
      width: '150px',
      cell: row =>
        row.status === 'suspended' ? (
          <Badge tone="wrong">{t('suspended')}</Badge>
        ) : row.signsInHere ? (
          <Badge tone="right">{t('signs-in-here')}</Badge>
        ) : (
          <Badge>{t('elsewhere')}</Badge>
        ),
    },
  ]
}

/** Who works here, with what authority; a person opens to be suspended or to be given a computer of their own. */
export function StaffPage() {
  const { t } = useTranslation('frame')
  const { answer, refusal, isPending } = useAnswer({ type: 'staff' })
  const [openId, setOpenId] = useState<string>()
  const [isAdding, setAdding] = useState(false)
  const columns = useColumns()
  const person = answer?.find(({ staffId }) => staffId === openId)
  return (
    <Page fixed>
      <PageHeader
        title={t('place-staff')}
        subtitle={t('staff-about')}
        actions={
          <PrimaryAction shortcut="alt+n" icon={<IconUserPlus size={16} aria-hidden />} onAct={() => setAdding(true)}>
            {t('staff-add')}
          </PrimaryAction>
        }
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel flush fill>
        <DataGrid
          label={t('place-staff')}
          columns={columns}
          rows={answer ?? []}
          rowKey={row => row.staffId}
          onOpen={row => setOpenId(row.staffId)}
          isPending={isPending}
          autoFocus
          empty={<EmptyState title={t('staff-none')} />}
        />
      </Panel>
      {person && <PersonDialog key={person.staffId} person={person} onClose={() => setOpenId(undefined)} />}
      {isAdding && <AddStaffDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}
