import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BankAccountAnswer } from '../../../core/query/cash-answers.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { AddBankAccountDialog } from './add-bank-account-dialog.tsx'

function useColumns(): readonly GridColumn<BankAccountAnswer>[] {
  const { t } = useTranslation('transfers')
  return [
    { id: 'bank', header: t('bank-name'), width: 160, grow: 2, cell: row => row.bankName },
    { id: 'number', header: t('bank-number'), width: 140, grow: 1, cell: row => <bdi dir="ltr">{row.number}</bdi> },
    { id: 'currency', header: t('currency'), width: 90, cell: row => row.currency },
    { id: 'account', header: t('ledger-account'), width: 100, leaves: 1, cell: row => <bdi>{row.account}</bdi> },
  ]
}

/** The institution's accounts at banks; each has an account of the chart that is its alone. Head office adds them. */
export function BankAccountsPage() {
  const { t } = useTranslation('transfers')
  const { answer = [], refusal, isPending } = useAnswer({ type: 'bank-accounts' })
  const mayAdd = usePermission('chart')
  const [isAdding, setAdding] = useState(false)
  const columns = useColumns()
  return (
    <Page>
      <PageHeader
        title={t('bank-accounts')}
        subtitle={t('bank-accounts-about')}
        actions={
          mayAdd && (
            <PrimaryAction shortcut="n" icon={<IconPlus size={16} aria-hidden />} onAct={() => setAdding(true)}>
              {t('add-bank-account')}
            </PrimaryAction>
          )
        }
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel title={t('bank-accounts')} flush>
        <DataGrid
          label={t('bank-accounts')}
          columns={columns}
          rows={answer}
          rowKey={row => row.bankAccountId}
          isPending={isPending}
          empty={<EmptyState title={t('no-bank-accounts')} />}
          maxRows={14}
          autoFocus
        />
      </Panel>
      {isAdding && (
        <AddBankAccountDialog taken={answer.map(({ account }) => account)} onClose={() => setAdding(false)} />
      )}
    </Page>
  )
}
