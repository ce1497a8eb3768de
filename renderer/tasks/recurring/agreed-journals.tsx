import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecurringAnswer } from '../../../core/query/ledger-answers.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'

/** Every journal that recurs or did; a row opens to be stopped. */
export function AgreedJournals() {
  const { t, i18n } = useTranslation('ledger')
  const { answer = [], isPending } = useAnswer({ type: 'recurring-journals' })
  const [openId, setOpenId] = useState<string>()
  const columns: readonly GridColumn<RecurringAnswer>[] = [
    { id: 'name', header: t('name'), width: 120, grow: 2, cell: row => row.name },
    { id: 'frequency', header: t('frequency'), width: 90, leaves: 1, cell: row => t(`frequency-${row.frequency}`) },
    {
      id: 'next',
      header: t('next-date'),
      width: 96,
      cell: row =>
        row.nextDate ? (
          formatDate(row.nextDate, i18n.language)
        ) : (
          <Badge>{t(row.isStopped ? 'recurring-stopped' : 'recurring-over')}</Badge>
        ),
    },
    {
      id: 'posted',
      header: t('posted-times'),
      width: 60,
      align: 'end',
      leaves: 2,
      cell: row => formatCount(row.posted, i18n.language),
    },
    moneyColumn(
      { id: 'amount', header: t('amount'), of: row => row.lines.find(({ side }) => side === 'debit') },
      i18n.language,
    ),
  ]
  const open = answer.find(({ recurringId }) => recurringId === openId)
  return (
    <Panel title={t('agreed-title')} flush>
      <DataGrid
        label={t('agreed-title')}
        columns={columns}
        rows={answer}
        rowKey={row => row.recurringId}
        onOpen={row => setOpenId(row.recurringId)}
        rowState={row => (row.nextDate ? undefined : 'void')}
        isPending={isPending}
        maxRows={10}
        empty={<EmptyState title={t('nothing-agreed')}>{t('nothing-agreed-hint')}</EmptyState>}
      />
      {open && <StopDialog recurring={open} onClose={() => setOpenId(undefined)} />}
    </Panel>
  )
}

function StopDialog({ recurring, onClose }: { readonly recurring: RecurringAnswer; readonly onClose: () => void }) {
  const { t } = useTranslation('ledger')
  const { key } = useOperationKey()
  const stop = useCommand<'recurring-journal.stop'>()
  async function run(): Promise<void> {
    const result = await stop.run({ type: 'recurring-journal.stop', key, recurringId: recurring.recurringId })
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={recurring.name}
      onClose={onClose}
      acts={
        <>
          <Action onAct={onClose}>{t('cancel')}</Action>
          <Action tone="wrong" isBusy={stop.isBusy} disabled={!recurring.nextDate} onAct={() => void run()}>
            {t('stop-recurring')}
          </Action>
        </>
      }
    >
      <p>{t('stop-recurring-text')}</p>
      {stop.refusal && <RefusalNote refusal={stop.refusal} />}
    </Dialog>
  )
}
