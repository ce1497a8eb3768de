import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CashLimitAnswer } from '../../../core/query/cash-answers.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SetLimitDialog } from './set-limit-dialog.tsx'

/** How much cash may lie in each vault, and in the drawers of each role. Head office says so. */
export function CashLimitsPage() {
  const { t } = useTranslation('transfers')
  const { answer = [], refusal, isPending } = useAnswer({ type: 'cash-limits' })
  const maySet = usePermission('branch')
  const [isSetting, setSetting] = useState(false)
  const columns = useLimitColumns()
  return (
    <Page>
      <PageHeader
        title={t('cash-limits')}
        subtitle={t('cash-limits-about')}
        actions={
          maySet && (
            <PrimaryAction shortcut="n" icon={<IconPlus size={16} aria-hidden />} onAct={() => setSetting(true)}>
              {t('set-limit')}
            </PrimaryAction>
          )
        }
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel title={t('cash-limits')} flush>
        <DataGrid
          label={t('cash-limits')}
          columns={columns}
          rows={answer}
          rowKey={({ branchId, place, currency }) => `${branchId}/${place}/${currency}`}
          isPending={isPending}
          empty={<EmptyState title={t('no-cash-limits')} />}
          maxRows={14}
          autoFocus
        />
      </Panel>
      {isSetting && <SetLimitDialog onClose={() => setSetting(false)} />}
    </Page>
  )
}

function useLimitColumns(): readonly GridColumn<CashLimitAnswer>[] {
  const { t, i18n } = useTranslation('transfers')
  return useMemo(() => {
    const amount = (id: 'max' | 'min') =>
      moneyColumn<CashLimitAnswer>(
        {
          id,
          header: t(`limit-${id}`),
          of: row => {
            const amountMinor = row[`${id}Minor`]
            return amountMinor === null ? undefined : { amountMinor, currency: row.currency }
          },
          grow: 1,
        },
        i18n.language,
      )
    return [
      { id: 'branch', header: t('branch'), width: 120, grow: 1, cell: row => row.branchName },
      { id: 'place', header: t('place'), width: 150, grow: 1, cell: row => t(`limit-of-${row.place}`) },
      { id: 'currency', header: t('currency'), width: 80, leaves: 1, cell: row => row.currency },
      amount('max'),
      amount('min'),
    ]
  }, [t, i18n.language])
}
