import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CollectionRow, GroupLoansAnswer } from '../../../core/query/group-answers.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'

/** Member by member what is due on a loan, and the accounts that savings go to: the numbers that a collection takes. */
export function CollectionSheet({ group: { groupId, asOf } }: { readonly group: GroupLoansAnswer }) {
  const { t } = useTranslation('groups')
  const { answer = [], isPending } = useAnswer({ type: 'group-collection', groupId, date: asOf })
  const columns = useColumns()
  return (
    <Panel title={t('sheet')} flush>
      <DataGrid
        label={t('sheet')}
        columns={columns}
        rows={answer}
        rowKey={({ accountNumber }) => accountNumber}
        isPending={isPending}
        empty={<EmptyState title={t('sheet-empty')} />}
        maxRows={10}
      />
    </Panel>
  )
}

function useColumns(): readonly GridColumn<CollectionRow>[] {
  const { t, i18n } = useTranslation('groups')
  return useMemo(
    () => [
      { id: 'member', header: t('member'), width: 120, grow: 1, cell: row => <bdi>{row.name || row.number}</bdi> },
      { id: 'kind', header: t('what'), width: 90, leaves: 1, cell: ({ kind }) => t(kind) },
      {
        id: 'account',
        header: t('account-or-loan'),
        width: 130,
        cell: row => <bdi dir="ltr">{row.accountNumber}</bdi>,
      },
      moneyColumn(
        {
          id: 'due',
          header: t('due'),
          of: ({ kind, dueMinor, currency }) => (kind === 'loan' ? { amountMinor: dueMinor, currency } : undefined),
          strong: true,
        },
        i18n.language,
      ),
    ],
    [t, i18n.language],
  )
}
