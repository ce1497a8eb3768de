import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LimitName } from '../../../core/authority/roles.ts'
import type { StaffAnswer } from '../../../core/query/institution-answers.ts'
import { useSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { AddStaffDialog } from './add-staff-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'

function useColumns(): readonly GridColumn<StaffAnswer>[] {
  const { t, i18n } = useTranslation('frame')
  const currency = useSession().answer?.institution?.currency
  const limit = (id: string, header: string, name: LimitName): GridColumn<StaffAnswer> =>
    moneyColumn(
      { id, header, of: ({ limits }) => currency && { amountMinor: limits[name], currency }, leaves: 2 },
      i18n.language,
    )
  return [
    {
      id: 'name',
      header: t('column-name'),
      width: 120,
      grow: 1.6,
      cell: row => <bdi>{row.name}</bdi>,
      sortBy: row => row.name,
    },
    {
      id: 'code',
      header: t('staff-code'),
      width: 80,
      cell: row => <bdi>{row.code}</bdi>,
      sortBy: row => row.code,
    },
    {
      id: 'role',
      header: t('role'),
      width: 110,
      grow: 1,
      leaves: 1,
      cell: row => t(`role-${row.role}`),
      sortBy: row => row.role,
    },
    limit('in', t('limit-in'), 'cashInMinor'),
    limit('out', t('limit-out'), 'cashOutMinor'),
    {
      id: 'state',
      header: t('column-state'),
      width: 130,
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
