import { IconBuildingCommunity } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BranchAnswer } from '../../../core/query/institution-answers.ts'
import { formatNumber } from '../../lib/format-count.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { OpenBranchDialog } from './open-branch-dialog.tsx'

function useColumns(): readonly GridColumn<BranchAnswer>[] {
  const { t, i18n } = useTranslation('frame')
  const count = (id: 'staff' | 'devices', header: string): GridColumn<BranchAnswer> => ({
    id,
    header,
    width: 110,
    align: 'end',
    cell: row => formatNumber(row[id], i18n.language),
    sortBy: row => row[id],
  })
  return [
    { id: 'code', header: t('branch-code'), width: 110, cell: row => <bdi>{row.code}</bdi>, sortBy: row => row.code },
    {
      id: 'name',
      header: t('column-name'),
      width: 160,
      grow: 1,
      cell: row => <bdi>{row.name}</bdi>,
      sortBy: row => row.name,
    },
    count('staff', t('place-staff')),
    count('devices', t('branch-devices')),
  ]
}

/** The institution's branches, how many people work in each and how many computers it has; head office opens further ones. */
export function BranchesPage() {
  const { t } = useTranslation('frame')
  const { answer, refusal, isPending } = useAnswer({ type: 'branches' })
  const [isOpening, setOpening] = useState(false)
  const columns = useColumns()
  return (
    <Page fixed>
      <PageHeader
        title={t('place-branches')}
        subtitle={t('branches-about')}
        actions={
          <PrimaryAction
            shortcut="alt+n"
            icon={<IconBuildingCommunity size={16} aria-hidden />}
            onAct={() => setOpening(true)}
          >
            {t('branch-open')}
          </PrimaryAction>
        }
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel flush fill>
        <DataGrid
          label={t('place-branches')}
          columns={columns}
          rows={answer ?? []}
          rowKey={row => row.branchId}
          isPending={isPending}
          autoFocus
          empty={<EmptyState title={t('branches-none')} />}
        />
      </Panel>
      {isOpening && <OpenBranchDialog onClose={() => setOpening(false)} />}
    </Page>
  )
}
