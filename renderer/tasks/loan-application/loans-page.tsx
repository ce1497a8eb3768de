import { IconCircleCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Worklist } from '../../../core/loans/worklist.ts'
import type { WorkRow } from '../../../core/query/loan-answers.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { loanPlace } from '../../lib/loan-place.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo, type Route } from '../../routes.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'

/** Enter takes what is due, where somebody may take it; everything else opens the loan. */
const placeOf = (list: Worklist, loan: WorkRow, mayTake: boolean): Route =>
  mayTake && (list === 'due' || list === 'late') ? { task: 'collect-loan', loanId: loan.loanId } : loanPlace(loan)

/** The loans that somebody has to see to, of one kind. Enter opens one; where something is due, it takes that. Rules: W63, W70. */
export function LoansPage({ list }: { readonly list: Worklist }) {
  const { t } = useTranslation('loan-application')
  const { answer, refusal, isPending } = useAnswer({ type: 'loan-worklist', list, limit: 200 })
  const columns = useColumns(list)
  const mayTake = usePermission('cash-in')
  return (
    <Page fixed>
      <PageHeader title={t(`list-${list}`)} subtitle={t(`list-${list}-about`)} />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel flush fill>
        <DataGrid
          label={t(`list-${list}`)}
          columns={columns}
          rows={answer ?? []}
          rowKey={({ loanId }) => loanId}
          onOpen={loan => goTo(placeOf(list, loan, mayTake))}
          rowKeys={{ o: loan => goTo(loanPlace(loan)) }}
          place={`loans/${list}`}
          isPending={isPending}
          autoFocus
          empty={<EmptyState icon={<IconCircleCheck size={30} stroke={1.25} />} title={t('list-empty')} />}
        />
      </Panel>
    </Page>
  )
}

function useColumns(list: Worklist): readonly GridColumn<WorkRow>[] {
  const { t, i18n } = useTranslation('loan-application')
  return useMemo(() => {
    const common: readonly GridColumn<WorkRow>[] = [
      { id: 'client', header: t('client'), width: 120, grow: 1.4, cell: row => <bdi>{row.clientName}</bdi> },
      {
        id: 'number',
        header: t('column-number'),
        width: 114,
        grow: 0.4,
        leaves: 3,
        cell: row => <bdi>{row.number}</bdi>,
      },
      {
        id: 'product',
        header: t('product'),
        width: 110,
        grow: 1,
        leaves: 4,
        cell: row => <bdi>{row.productName}</bdi>,
      },
      {
        id: 'officer',
        header: t('officer'),
        width: 100,
        grow: 0.8,
        leaves: 5,
        cell: row => <bdi>{row.officerName}</bdi>,
      },
      moneyColumn(
        {
          id: 'principal',
          header: t('principal'),
          of: ({ principalMinor, currency }) => ({ amountMinor: principalMinor, currency }),
          leaves: 1,
        },
        i18n.language,
      ),
    ]
    return list === 'due' || list === 'late' ? [...common, ...dueColumns(t, i18n.language)] : common
  }, [t, i18n.language, list])
}

type Say = ReturnType<typeof useTranslation<'loan-application'>>['t']

const dueColumns = (t: Say, locale: string): readonly GridColumn<WorkRow>[] => [
  {
    id: 'next',
    header: t('oldest-due-on'),
    width: 90,
    leaves: 2,
    cell: row => row.next && formatDate(row.next.dueOn, locale),
    sortBy: row => row.next?.dueOn ?? '',
  },
  {
    id: 'days',
    header: t('days-late'),
    width: 64,
    align: 'end',
    cell: row => formatCount(row.daysPastDue, locale),
    sortBy: row => row.daysPastDue,
  },
  moneyColumn(
    {
      id: 'due',
      header: t('due-by-today'),
      of: ({ dueMinor, currency }) => ({ amountMinor: dueMinor, currency }),
      strong: true,
      sortBy: row => row.dueMinor,
    },
    locale,
  ),
]
