import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecurringDueAnswer } from '../../../core/query/ledger-answers.ts'
import { formatDate } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AgreedJournals } from './agreed-journals.tsx'
import { RunDialog } from './run-dialog.tsx'
import { Templates } from './templates.tsx'

/** What recurs: the dates that are due now, what was agreed, and the templates that it is written from. */
export function RecurringPage() {
  const { t } = useTranslation('ledger')
  return (
    <Page>
      <PageHeader
        title={t('recurring-title')}
        subtitle={t('recurring-about')}
        actions={
          <PrimaryAction
            shortcut="alt+n"
            icon={<IconPlus size={16} aria-hidden />}
            onAct={() => goTo({ task: 'new-recurring-journal' })}
          >
            {t('new-recurring')}
          </PrimaryAction>
        }
      />
      <Columns lead>
        <Stack>
          <DueDates />
          <AgreedJournals />
        </Stack>
        <Templates />
      </Columns>
    </Page>
  )
}

/** Dates in their order; each is posted once, by whoever opens it first. */
function DueDates() {
  const { t, i18n } = useTranslation('ledger')
  const { answer = [], isPending } = useAnswer({ type: 'recurring-due' })
  const [openKey, setOpenKey] = useState<string>()
  const columns: readonly GridColumn<RecurringDueAnswer>[] = [
    { id: 'due', header: t('due-on'), width: 96, cell: row => formatDate(row.dueOn, i18n.language) },
    { id: 'name', header: t('name'), width: 140, grow: 2, cell: row => row.name },
    moneyColumn(
      { id: 'amount', header: t('amount'), of: row => row.lines.find(({ side }) => side === 'debit') },
      i18n.language,
    ),
  ]
  const open = answer.find(({ key }) => key === openKey)
  return (
    <Panel title={t('due-title')} flush>
      <DataGrid
        label={t('due-title')}
        columns={columns}
        rows={answer}
        rowKey={row => row.key}
        onOpen={row => setOpenKey(row.key)}
        isPending={isPending}
        maxRows={8}
        empty={<EmptyState title={t('nothing-due')} />}
      />
      {open && <RunDialog due={open} onClose={() => setOpenKey(undefined)} />}
    </Panel>
  )
}
