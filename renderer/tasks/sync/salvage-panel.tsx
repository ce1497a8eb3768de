import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answers } from '../../../core/query/answers.ts'
import { PaperResult } from '../../counter/paper-result.tsx'
import { useRecordWord } from '../../counter/record-words.ts'
import { usePaper } from '../../counter/use-paper.ts'
import { formatMoment } from '../../lib/format-date.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import classes from './salvage-panel.module.css'

type Salvaged = Answers['salvage'][number]

/** What this computer did and nobody's books hold, after its log was stopped: to be decided one by one, on paper if need be. */
export function SalvagePanel({ isStopped }: { readonly isStopped: boolean }) {
  const { t } = useTranslation('frame')
  const { answer: rows } = useAnswer({ type: 'salvage' })
  const columns = useColumns()
  const paper = usePaper()
  if (!rows || rows.length === 0) return null
  return (
    <Panel title={t('salvage')} flush>
      <div className={classes.head}>
        <p className={classes.text}>{t('salvage-about')}</p>
        <PaperResult paper={paper} />
        <div className={classes.actions}>
          <Action isBusy={paper.run.isBusy} onAct={() => void paper.produce({ kind: 'salvage' }, 'pdf')}>
            {t('salvage-print')}
          </Action>
          {!isStopped && <Forget />}
        </div>
      </div>
      <DataGrid
        label={t('salvage')}
        columns={columns}
        rows={rows}
        rowKey={({ record }) => `${record.log}/${record.seq}`}
        rowState={({ isReversed }) => (isReversed ? 'void' : undefined)}
        maxRows={10}
        empty={null}
      />
    </Panel>
  )
}

/** Only who approves says that the list is dealt with; it asks twice. */
function Forget() {
  const { t } = useTranslation('frame')
  const [isAsked, setAsked] = useState(false)
  const forget = useCommand<'salvage.forget'>()
  if (!usePermission('approve')) return <span className={classes.text}>{t('salvage-forget-hint')}</span>
  if (forget.refusal) return <RefusalNote refusal={forget.refusal} />
  if (!isAsked) return <Action onAct={() => setAsked(true)}>{t('salvage-forget')}</Action>
  return (
    <PrimaryAction tone="wrong" isBusy={forget.isBusy} onAct={() => void forget.run({ type: 'salvage.forget' })}>
      {t('salvage-forget-now')}
    </PrimaryAction>
  )
}

function useColumns(): readonly GridColumn<Salvaged>[] {
  const { t, i18n } = useTranslation('frame')
  const wordOf = useRecordWord()
  return useMemo(
    () => [
      {
        id: 'time',
        header: t('column-time'),
        width: 104,
        cell: row => formatMoment(row.recordedAt, i18n.language),
      },
      {
        id: 'operation',
        header: t('column-operation'),
        width: 130,
        grow: 1,
        cell: row => (
          <>
            {wordOf(row)} {row.isReversed && <Badge>{t('state-reversed')}</Badge>}
          </>
        ),
      },
      { id: 'client', header: t('column-client'), width: 130, grow: 1, cell: row => <bdi>{row.subject?.name}</bdi> },
      { id: 'account', header: t('column-account'), width: 130, cell: row => <bdi>{row.subject?.account}</bdi> },
      { id: 'receipt', header: t('column-receipt'), width: 70, align: 'end', cell: row => row.receipt },
      moneyColumn<Salvaged>(
        {
          id: 'amount',
          header: t('column-amount'),
          of: ({ amountMinor, currency }) =>
            amountMinor === undefined || !currency ? undefined : { amountMinor, currency },
        },
        i18n.language,
      ),
      { id: 'who', header: t('column-who'), width: 110, leaves: 1, cell: row => <bdi>{row.actorName}</bdi> },
    ],
    [t, i18n.language, wordOf],
  )
}
