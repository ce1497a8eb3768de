import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkProgress, BulkResult } from '../../../core/query/bulk-answers.ts'
import { formatNumber } from '../../lib/format-count.ts'
import { refusalText } from '../../lib/refusal-text.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Subject } from '../../ui/subject.tsx'
import classes from './import.module.css'
import { rowStates } from './row-states.ts'

const shownMax = 200
const toneOf = (status: BulkResult['status']) => rowStates.find(([known]) => known === status)?.[1] ?? 'neutral'

/** Where the rows are of accounts: whose, and how much. */
const aboutColumns = (t: TFunction<'import'>, locale: string): readonly GridColumn<BulkResult>[] => [
  {
    id: 'who',
    header: t('who'),
    width: 200,
    cell: ({ about, written }) =>
      about ? <Subject subject={{ name: about.name, account: about.number }} /> : <bdi>{written?.number}</bdi>,
  },
  {
    id: 'written',
    header: t('as-written'),
    width: 104,
    leaves: 2,
    cell: ({ written }) => <bdi>{written?.amount}</bdi>,
  },
  moneyColumn({ id: 'amount', header: t('amount'), of: ({ about }) => about }, locale),
]

interface RowResultsProps {
  readonly batch: string
  readonly counts: BulkProgress['counts']
}

/** What became of each row, those that were refused first to be seen; Enter leads to the record of one. */
export function RowResults({ batch, counts }: RowResultsProps) {
  const { t, i18n } = useTranslation('import')
  const { t: refusalWord } = useTranslation('refusals')
  const [shown, setShown] = useState<BulkResult['status'] | 'all'>(counts.refused > 0 ? 'refused' : 'all')
  const { answer = [], isPending } = useAnswer({
    type: 'bulk-results',
    batch,
    limit: shownMax,
    ...(shown === 'all' ? {} : { status: shown }),
  })
  const columns: readonly GridColumn<BulkResult>[] = [
    {
      id: 'row',
      header: t('row'),
      width: 64,
      align: 'end',
      cell: ({ row, place }) => formatNumber(row ?? place, i18n.language),
    },
    {
      id: 'status',
      header: t('status'),
      width: 132,
      cell: ({ status }) => <Badge tone={toneOf(status)}>{t(`status-${status}`)}</Badge>,
    },
    ...(answer.some(({ about, written }) => about || written) ? aboutColumns(t, i18n.language) : []),
    { id: 'column', header: t('column'), width: 104, leaves: 1, cell: ({ column }) => column && <bdi>{column}</bdi> },
    {
      id: 'why',
      header: t('why'),
      width: 240,
      grow: 1,
      cell: ({ refusal, about }) =>
        refusal &&
        (about && refusal.type === 'key-reused'
          ? t('known-otherwise')
          : refusalText(refusal, refusalWord, i18n.language).split('\n')[0]),
    },
  ]
  return (
    <Panel title={t('results')} flush>
      <div className={classes.filter}>
        <SelectField
          label={t('show')}
          value={shown}
          options={(['all', ...rowStates.map(([status]) => status)] as const)
            .filter(status => status === 'all' || status === shown || counts[status] > 0)
            .map(value => ({ value, label: t(value === 'all' ? 'show-all' : `status-${value}`) }))}
          onValue={setShown}
        />
        {answer.length === shownMax && <p className={classes.text}>{t('first-only')}</p>}
      </div>
      <DataGrid
        label={t('results')}
        columns={columns}
        rows={answer}
        rowKey={({ place }) => String(place)}
        onOpen={({ outcome }) => outcome && goTo({ task: 'record', record: outcome.record })}
        maxRows={10}
        isPending={isPending}
        empty={<EmptyState title={t('none')} />}
      />
    </Panel>
  )
}
