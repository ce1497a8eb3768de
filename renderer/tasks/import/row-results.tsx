import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkProgress, BulkResult } from '../../../core/query/bulk-answers.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import classes from './import.module.css'
import { useRowColumns } from './row-columns.tsx'
import { rowStates } from './row-states.ts'

const shownMax = 200
interface RowResultsProps {
  readonly batch: string
  readonly counts: BulkProgress['counts']
}

/** What became of each row, those that were refused first to be seen; Enter leads to the record of one. */
export function RowResults({ batch, counts }: RowResultsProps) {
  const { t } = useTranslation('import')
  const [shown, setShown] = useState<BulkResult['status'] | 'all'>(counts.refused > 0 ? 'refused' : 'all')
  const { answer = [], isPending } = useAnswer({
    type: 'bulk-results',
    batch,
    limit: shownMax,
    ...(shown === 'all' ? {} : { status: shown }),
  })
  const columns = useRowColumns({ rows: answer, isMixed: shown === 'all' })
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
