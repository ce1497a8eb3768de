import { IconPlus, IconSitemap } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { foldText } from '../../../core/customers/fold-text.ts'
import type { ChartRow } from '../../../core/query/ledger-answers.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { AddAccountDialog } from './add-account-dialog.tsx'
import classes from './chart.module.css'

function useColumns(): readonly GridColumn<ChartRow>[] {
  const { t } = useTranslation('ledger')
  return [
    { id: 'code', header: t('code'), width: 64, cell: row => <bdi>{row.code}</bdi> },
    { id: 'name', header: t('name'), width: 160, grow: 3, cell: row => <AccountName row={row} /> },
    { id: 'type', header: t('type'), width: 90, grow: 1, leaves: 1, cell: row => t(`type-${row.type}`) },
    {
      id: 'kind',
      header: t('kind'),
      width: 120,
      grow: 1,
      leaves: 2,
      cell: row => t(row.control ? 'kind-control' : row.posting ? 'kind-posting' : 'kind-header'),
    },
    {
      id: 'state',
      header: t('state'),
      width: 80,
      cell: row => row.isClosed && <Badge tone="neutral">{t('account-closed')}</Badge>,
    },
  ]
}

/** The chart of accounts as a tree, to be searched by code or name; an account opens with its balances and all that it ever was. */
export function ChartPage() {
  const { t } = useTranslation('ledger')
  const { answer = [], refusal, isPending } = useAnswer({ type: 'chart' })
  const [text, setText] = useState('')
  const [openCode, setOpenCode] = useState<string>()
  const [isAdding, setAdding] = useState(false)
  const columns = useColumns()
  const rows = rowsWith(answer, text)
  const account = answer.find(({ code }) => code === openCode)
  return (
    <Page fixed>
      <PageHeader
        title={t('chart-title')}
        subtitle={t('chart-about')}
        actions={
          <div className={classes.actions}>
            <TextField label={t('find-account')} text={text} onText={setText} />
            <PrimaryAction shortcut="alt+n" icon={<IconPlus size={16} aria-hidden />} onAct={() => setAdding(true)}>
              {t('add-account')}
            </PrimaryAction>
          </div>
        }
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel flush fill>
        <DataGrid
          label={t('chart-title')}
          columns={columns}
          rows={rows}
          rowKey={row => row.code}
          onOpen={row => setOpenCode(row.code)}
          rowState={row => (row.isClosed ? 'waiting' : undefined)}
          isPending={isPending}
          autoFocus
          empty={<EmptyState icon={<IconSitemap size={30} stroke={1.25} />} title={t('no-account-found')} />}
        />
      </Panel>
      {account && <AccountDialog account={account} onClose={() => setOpenCode(undefined)} />}
      {isAdding && <AddAccountDialog chart={answer} onClose={() => setAdding(false)} />}
    </Page>
  )
}

const AccountName = ({ row }: { readonly row: ChartRow }) => (
  <span
    className={classes.name}
    data-header={!row.posting || undefined}
    style={{ paddingInlineStart: (row.depth - 1) * 18 }}
  >
    {row.name}
  </span>
)

/** The accounts that fit, each with the headers that it stands under. */
function rowsWith(chart: readonly ChartRow[], text: string): readonly ChartRow[] {
  const wanted = foldText(text.trim())
  if (wanted === '') return chart
  const shown = new Set<string>()
  const byCode = new Map(chart.map(row => [row.code, row]))
  for (const row of chart) {
    if (!foldText(`${row.code} ${row.name}`).includes(wanted)) continue
    for (let at: ChartRow | undefined = row; at; at = at.parent ? byCode.get(at.parent) : undefined) shown.add(at.code)
  }
  return chart.filter(({ code }) => shown.has(code))
}
