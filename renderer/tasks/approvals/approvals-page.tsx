import { IconRubberStamp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApprovalAnswer } from '../../../core/query/answers.ts'
import { formatMoment } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Money } from '../../ui/money.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { requestId, useCommandWord } from './command-words.ts'
import { DecideDialog, type Decided } from './decide-dialog.tsx'
import { DecidedNote } from './decided-note.tsx'

function useColumns(): readonly GridColumn<ApprovalAnswer>[] {
  const { t, i18n } = useTranslation('frame')
  const wordOf = useCommandWord()
  return [
    {
      id: 'at',
      header: t('column-asked-at'),
      width: '130px',
      cell: row => formatMoment(row.requestedAt, i18n.language),
      sortBy: row => row.requestedAt,
    },
    { id: 'what', header: t('column-operation'), width: 'minmax(120px, 1fr)', cell: row => wordOf(row.commandType) },
    { id: 'subject', header: t('column-who'), width: 'minmax(140px, 1.5fr)', cell: row => <bdi>{row.subject}</bdi> },
    { id: 'by', header: t('column-asked-by'), width: 'minmax(110px, 1fr)', cell: row => <bdi>{row.requestedBy}</bdi> },
    {
      id: 'amount',
      header: t('column-amount'),
      width: '150px',
      align: 'end',
      cell: row => <Money aligned amountMinor={row.amountMinor} currency={row.currency} />,
      sortBy: row => row.amountMinor,
    },
    {
      id: 'may',
      header: t('column-state'),
      width: '130px',
      cell: row =>
        row.mayDecide ? <Badge tone="waiting">{t('decide-yours')}</Badge> : <Badge>{t('decide-other')}</Badge>,
    },
  ]
}

/** What waits for a second person: read it, then approve or decline, with a reason if need be. */
export function ApprovalsPage() {
  const { t } = useTranslation('frame')
  const { answer, refusal, isPending } = useAnswer({ type: 'approvals' })
  const [openId, setOpenId] = useState<string>()
  const [decided, setDecided] = useState<Decided>()
  const columns = useColumns()
  function noteDecision(made: Decided): void {
    setDecided(made)
    setOpenId(undefined)
  }
  const open = answer?.find(request => requestId(request) === openId)
  return (
    <Page fixed>
      <PageHeader title={t('place-approvals')} subtitle={t('approvals-about')} />
      {refusal && <RefusalNote refusal={refusal} />}
      {decided && <DecidedNote decided={decided} />}
      <Panel flush fill>
        <DataGrid
          label={t('place-approvals')}
          columns={columns}
          rows={answer ?? []}
          rowKey={requestId}
          onOpen={row => setOpenId(requestId(row))}
          isPending={isPending}
          autoFocus
          empty={
            <EmptyState icon={<IconRubberStamp size={30} stroke={1.25} />} title={t('approvals-none')}>
              {t('approvals-none-hint')}
            </EmptyState>
          }
        />
      </Panel>
      {open && (
        <DecideDialog key={openId} request={open} onClose={() => setOpenId(undefined)} onDecided={noteDecision} />
      )}
    </Page>
  )
}
