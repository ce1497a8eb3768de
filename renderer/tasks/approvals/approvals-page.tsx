import { IconRubberStamp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApprovalAnswer } from '../../../core/query/journal-answers.ts'
import { formatMoment } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { requestId, useCommandWord } from './command-words.ts'
import { DecideDialog, type Decided } from './decide-dialog.tsx'
import { DecidedNote } from './decided-note.tsx'
import { WaitingApplications } from './waiting-applications.tsx'

function useColumns(): readonly GridColumn<ApprovalAnswer>[] {
  const { t, i18n } = useTranslation('frame')
  const wordOf = useCommandWord()
  return [
    {
      id: 'at',
      header: t('column-asked-at'),
      width: 104,
      leaves: 3,
      cell: row => formatMoment(row.requestedAt, i18n.language),
      sortBy: row => row.requestedAt,
    },
    { id: 'what', header: t('column-operation'), width: 120, grow: 1, cell: row => wordOf(row.command.type) },
    { id: 'subject', header: t('column-who'), width: 110, grow: 1.5, cell: row => <bdi>{row.subject}</bdi> },
    {
      id: 'by',
      header: t('column-asked-by'),
      width: 110,
      grow: 1,
      leaves: 2,
      cell: row => <bdi>{row.requestedBy}</bdi>,
    },
    moneyColumn(
      {
        id: 'amount',
        header: t('column-amount'),
        of: ({ amountMinor, currency }) => ({ amountMinor, currency }),
        sortBy: row => row.amountMinor,
      },
      i18n.language,
    ),
    {
      id: 'may',
      header: t('column-state'),
      width: 130,
      leaves: 1,
      cell: row =>
        row.mayDecide ? <Badge tone="waiting">{t('decide-yours')}</Badge> : <Badge>{t('decide-other')}</Badge>,
    },
  ]
}

/** What waits for a second person: read it, then approve or decline, with a reason if need be. */
export function ApprovalsPage() {
  const { t } = useTranslation('frame')
  const { answer, refusal, isPending } = useAnswer({ type: 'approvals' })
  const { answer: applications = [] } = useAnswer({ type: 'loan-applications', limit: 200 })
  const [openId, setOpenId] = useState<string>()
  const [decided, setDecided] = useState<Decided>()
  const columns = useColumns()
  function noteDecision(made: Decided): void {
    setDecided(made)
    setOpenId(undefined)
  }
  const hasOnlyApplications = applications.length > 0 && answer?.length === 0
  const open = answer?.find(request => requestId(request) === openId)
  return (
    <Page fixed>
      <PageHeader title={t('place-approvals')} subtitle={t('approvals-about')} />
      {refusal && <RefusalNote refusal={refusal} />}
      {decided && <DecidedNote decided={decided} />}
      <WaitingApplications applications={applications} />
      {!hasOnlyApplications && (
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
      )}
      {open && (
        <DecideDialog key={openId} request={open} onClose={() => setOpenId(undefined)} onDecided={noteDecision} />
      )}
    </Page>
  )
}
