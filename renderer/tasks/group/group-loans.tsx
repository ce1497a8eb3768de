import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupLoan } from '../../../core/query/group-answers.ts'
import { LoanStateBadge } from '../../counter/loan-state-badge.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { loanPlace } from '../../lib/loan-place.ts'
import { goTo } from '../../routes.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'

/** The loans of a group that are asked for or owed, each with whose it is, what is due, and how late it is. Enter opens one. */
export function GroupLoans({ loans }: { readonly loans: readonly GroupLoan[] }) {
  const { t } = useTranslation('groups')
  const columns = useColumns()
  return (
    <Panel title={t('loans')} flush>
      <DataGrid
        label={t('loans')}
        columns={columns}
        rows={loans}
        rowKey={({ loanId }) => loanId}
        onOpen={loan => goTo(loanPlace(loan))}
        empty={<EmptyState title={t('no-loans')} />}
        maxRows={8}
        autoFocus
      />
    </Panel>
  )
}

function useColumns(): readonly GridColumn<GroupLoan>[] {
  const { t, i18n } = useTranslation('groups')
  return useMemo(
    () => [
      { id: 'member', header: t('member'), width: 110, grow: 1, cell: ({ clientName }) => <bdi>{clientName}</bdi> },
      { id: 'number', header: t('number'), width: 114, leaves: 2, cell: ({ number }) => <bdi>{number}</bdi> },
      { id: 'state', header: t('state'), width: 104, leaves: 1, cell: ({ state }) => <LoanStateBadge state={state} /> },
      moneyColumn(
        {
          id: 'principal',
          header: t('principal'),
          leaves: 3,
          of: ({ principalMinor, outstanding, disbursedOn, currency }) => ({
            amountMinor: disbursedOn ? outstanding.principal : principalMinor,
            currency,
          }),
        },
        i18n.language,
      ),
      moneyColumn(
        {
          id: 'due',
          header: t('due'),
          of: ({ dueMinor, disbursedOn, currency }) => disbursedOn && { amountMinor: dueMinor, currency },
          strong: true,
        },
        i18n.language,
      ),
      {
        id: 'late',
        header: t('days-late'),
        width: 64,
        align: 'end',
        cell: ({ daysPastDue, disbursedOn }) => disbursedOn && formatCount(daysPastDue, i18n.language),
      },
    ],
    [t, i18n.language],
  )
}
