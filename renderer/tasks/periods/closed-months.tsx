import { IconLockOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ClosedPeriodAnswer } from '../../../core/query/period-answers.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatMoment, formatPeriod } from '../../lib/format-date.ts'
import { goTo } from '../../routes.ts'
import { QuietAction } from '../../ui/action.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Panel } from '../../ui/panel.tsx'

/** The months that take nothing any more, newest first; only the newest can be opened again. */
export function ClosedMonths({ closed }: { readonly closed: readonly ClosedPeriodAnswer[] }) {
  const { t, i18n } = useTranslation('ledger')
  const columns: readonly GridColumn<ClosedPeriodAnswer>[] = [
    { id: 'month', header: t('month'), width: 96, grow: 1, cell: row => formatPeriod(row.period, i18n.language) },
    { id: 'by', header: t('closed-by'), width: 90, grow: 1, leaves: 1, cell: row => <bdi>{row.actorName}</bdi> },
    { id: 'at', header: t('closed-at'), width: 96, leaves: 2, cell: row => formatMoment(row.closedAt, i18n.language) },
    {
      id: 'late',
      header: t('late'),
      width: 46,
      align: 'end',
      cell: row => (row.late === 0 ? '' : formatCount(row.late, i18n.language)),
    },
  ]
  const [newest] = closed
  const reopen =
    newest &&
    (() => {
      goTo({ task: 'period-step', step: 'period.reopen', span: newest.period })
    })
  return (
    <Panel
      title={t('closed-months')}
      flush
      aside={
        reopen && (
          <QuietAction onAct={reopen} icon={<IconLockOpen size={15} aria-hidden />}>
            {t('reopen-last')}
          </QuietAction>
        )
      }
    >
      <DataGrid
        label={t('closed-months')}
        columns={columns}
        rows={closed}
        rowKey={row => row.period}
        onOpen={row => goTo({ task: 'record', record: row.record })}
        maxRows={8}
        empty={<EmptyState title={t('no-closed-months')} />}
      />
    </Panel>
  )
}
