import { IconBook, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { firstDayOf, periodOf } from '../../../core/calendar/period.ts'
import { foldWords } from '../../../core/customers/fold-text.ts'
import type { ChartRow } from '../../../core/query/ledger-answers.ts'
import { useShortcut } from '../../lib/shortcuts.ts'
import { useStatementWords } from '../../lib/statement-words.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { wallDate } from '../../lib/wall-date.ts'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'

const typeLabel = {
  asset: 'assets',
  liability: 'liabilities',
  equity: 'equity',
  income: 'income',
  expense: 'expenses',
} as const

function useColumns(): readonly GridColumn<ChartRow>[] {
  const { t } = useTranslation('statements')
  const { labels } = useStatementWords()
  return useMemo(
    () => [
      { id: 'code', header: labels.account, width: 76, cell: row => row.code, sortBy: row => row.code },
      {
        id: 'name',
        header: labels.name,
        width: 180,
        grow: 1,
        cell: row => <bdi>{row.name}</bdi>,
        sortBy: row => row.name,
      },
      { id: 'type', header: t('type'), width: 130, leaves: 1, cell: row => labels.rows[typeLabel[row.type]] },
      { id: 'state', header: '', width: 90, leaves: 2, cell: row => row.isClosed && <Badge>{t('closed')}</Badge> },
    ],
    [t, labels],
  )
}

/** The journal from the first of the month on. */
const openJournal = (): void =>
  goTo({ task: 'ledger', lines: { basis: 'booking', from: firstDayOf(periodOf(wallDate())) } })

/** The accounts of the ledger, by code or name; Enter opens one's lines. */
export function LedgerAccountsPage() {
  const { t } = useTranslation('statements')
  const [text, setText] = useState('')
  const wanted = useDeferredValue(foldWords(text))
  const field = useRef<HTMLInputElement>(null)
  useShortcut('f', () => field.current?.focus())
  const { answer, refusal, isPending } = useAnswer({ type: 'chart' })
  const columns = useColumns()
  const rows = (answer ?? []).filter(
    ({ posting, code, name }) => posting && (code.startsWith(wanted) || foldWords(name).includes(wanted)),
  )
  const open = ({ code }: ChartRow): void => goTo({ task: 'ledger', lines: { account: code, basis: 'booking' } })
  return (
    <Page fixed>
      <PageHeader
        title={t('ledger')}
        subtitle={t('ledger-hint')}
        actions={
          <>
            <Action shortcut="j" icon={<IconBook size={16} />} onAct={openJournal}>
              {t('all-accounts')}
            </Action>
            <TextField
              label={t('account-filter')}
              text={text}
              onText={setText}
              icon={<IconSearch size={15} />}
              inputRef={field}
              onEnter={() => rows[0] && open(rows[0])}
              autoFocus
            />
          </>
        }
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel flush fill>
        <DataGrid
          label={t('ledger')}
          columns={columns}
          rows={rows}
          rowKey={row => row.code}
          onOpen={open}
          isPending={isPending}
          place="ledger accounts"
          empty={<EmptyState title={t('no-account')} />}
        />
      </Panel>
    </Page>
  )
}
