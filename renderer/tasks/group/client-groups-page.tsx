import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupSummary } from '../../../core/query/group-answers.ts'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useWeekdayOptions } from '../../lib/use-weekday-options.ts'
import { goTo } from '../../routes.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { GroupDialog } from './group-dialog.tsx'

/** The groups that a client borrows in. Enter opens one; a new one is formed around the client. Rule: L49. */
export function ClientGroupsPage({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('groups')
  const { answer: client, refusal } = useAnswer({ type: 'client', clientId })
  const { answer: groups = [], isPending } = useAnswer({ type: 'groups', clientId, limit: 50 })
  const mayForm = usePermission('register-client')
  const [isForming, setForming] = useState(false)
  const columns = useColumns()
  if (refusal) return <RefusedPage refusal={refusal} />
  if (!client) return null
  return (
    <Page>
      <PageHeader
        title={t('groups-of', { name: client.name })}
        subtitle={<bdi>{client.number}</bdi>}
        actions={
          mayForm && (
            <PrimaryAction shortcut="n" icon={<IconPlus size={16} aria-hidden />} onAct={() => setForming(true)}>
              {t('form')}
            </PrimaryAction>
          )
        }
      />
      <Panel flush>
        <DataGrid
          label={t('groups')}
          columns={columns}
          rows={groups}
          rowKey={({ groupId }) => groupId}
          onOpen={({ groupId }) => goTo({ task: 'group', groupId })}
          isPending={isPending}
          empty={<EmptyState title={t('no-groups')}>{t('no-groups-hint')}</EmptyState>}
          maxRows={14}
          autoFocus
        />
      </Panel>
      {isForming && <GroupDialog members={[clientId]} onClose={() => setForming(false)} />}
    </Page>
  )
}

function useColumns(): readonly GridColumn<GroupSummary>[] {
  const { t, i18n } = useTranslation('groups')
  const weekdays = useWeekdayOptions()
  return useMemo(
    () => [
      { id: 'name', header: t('name'), width: 160, grow: 1, cell: ({ name }) => <bdi>{name}</bdi> },
      { id: 'number', header: t('number'), width: 114, leaves: 2, cell: ({ number }) => <bdi>{number}</bdi> },
      {
        id: 'meets',
        header: t('meets-on'),
        width: 110,
        leaves: 1,
        cell: ({ meetsOn }) => weekdays.find(({ value }) => value === meetsOn)?.label,
      },
      {
        id: 'members',
        header: t('members'),
        width: 80,
        align: 'end',
        cell: ({ members }) => formatCount(members, i18n.language),
      },
    ],
    [t, i18n.language, weekdays],
  )
}
