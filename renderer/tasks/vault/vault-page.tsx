import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { formatDay } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { CountVault } from './count-vault.tsx'
import type { VaultCash } from './vault-cash.ts'

/** The cash of the vault by currency, with its last count of the day; Enter counts one of them, C the first that is to be counted. */
export function VaultPage() {
  const { t, i18n } = useTranslation('cash')
  const { answer, refusal, isPending } = useAnswer({ type: 'cash-position' })
  const [counting, setCounting] = useState<VaultCash>()
  const columns = useVaultColumns()
  if (answer === null) return <RefusedPage refusal={{ type: 'day-not-open' }} />
  if (counting) return <CountVault vault={counting} onDone={() => setCounting(undefined)} />
  const vaults = (answer?.places ?? []).filter(({ kind }) => kind === 'vault')
  const next = vaults.find(({ isUncounted }) => isUncounted)
  return (
    <Page>
      <PageHeader
        title={t('vault')}
        subtitle={answer ? formatDay(answer.businessDate, i18n.language) : undefined}
        actions={
          next && (
            <PrimaryAction shortcut="c" onAct={() => setCounting(next)}>
              {t('count-vault')}
            </PrimaryAction>
          )
        }
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel title={t('vault-cash')} flush>
        <DataGrid
          label={t('vault-cash')}
          columns={columns}
          rows={vaults}
          rowKey={({ currency }) => currency}
          onOpen={setCounting}
          isPending={isPending}
          empty={<EmptyState title={t('vault-empty')} />}
          maxRows={10}
          autoFocus
        />
      </Panel>
    </Page>
  )
}

function useVaultColumns(): readonly GridColumn<VaultCash>[] {
  const { t, i18n } = useTranslation('cash')
  return useMemo(() => {
    const amount = (id: string, header: string, minor: (vault: VaultCash) => bigint | undefined, leaves: number) =>
      moneyColumn<VaultCash>(
        {
          id,
          header,
          of: vault => {
            const amountMinor = minor(vault)
            return amountMinor === undefined ? undefined : { amountMinor, currency: vault.currency }
          },
          grow: 1,
          leaves,
        },
        i18n.language,
      )
    return [
      { id: 'currency', header: t('currency'), width: 90, cell: ({ currency }) => currency },
      amount('opening', t('opening'), vault => vault.openingMinor, 3),
      amount('expected', t('expected'), vault => vault.closingMinor, 0),
      amount('counted', t('counted'), vault => vault.count?.countedMinor, 2),
      { id: 'status', header: t('status'), width: 130, leaves: 1, cell: vault => <VaultStatus vault={vault} /> },
    ]
  }, [t, i18n.language])
}

function VaultStatus({ vault }: { readonly vault: VaultCash }) {
  const { t } = useTranslation('cash')
  return vault.isUncounted ? (
    <Badge tone="waiting">{t('to-be-counted')}</Badge>
  ) : (
    <Badge tone="right">{t('counted')}</Badge>
  )
}
