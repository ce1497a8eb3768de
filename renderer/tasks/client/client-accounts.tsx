import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientAnswer } from '../../../core/query/client-answers.ts'
import type { AccountSummary } from '../../../core/query/savings-answers.ts'
import { goTo } from '../../routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'

/** The client's accounts with what lies in them. Enter opens one, D and W go straight to the counter. */
export function ClientAccounts({ client }: { readonly client: ClientAnswer }) {
  const { t } = useTranslation('clients')
  const columns = useAccountColumns()
  return (
    <Panel title={t('accounts')} flush>
      <DataGrid
        label={t('accounts')}
        columns={columns}
        rows={client.accounts}
        rowKey={account => account.accountId}
        onOpen={({ accountId }) => goTo({ task: 'account', accountId })}
        rowKeys={{
          d: ({ accountId }) => goTo({ task: 'deposit', accountId }),
          w: ({ accountId }) => goTo({ task: 'withdraw', accountId }),
        }}
        empty={<EmptyState title={t('no-accounts')}>{t('no-accounts-hint')}</EmptyState>}
        maxRows={6}
        autoFocus
      />
    </Panel>
  )
}

function useAccountColumns(): readonly GridColumn<AccountSummary>[] {
  const { t, i18n } = useTranslation('clients')
  return useMemo(
    () => [
      {
        id: 'product',
        header: t('product'),
        width: 116,
        grow: 1,
        cell: account => <Product account={account} />,
      },
      {
        id: 'number',
        header: t('account-number'),
        width: 114,
        grow: 0.4,
        cell: account => <bdi>{account.number}</bdi>,
      },
      moneyColumn(
        {
          id: 'available',
          header: t('available'),
          of: ({ availableMinor, currency }) => ({ amountMinor: availableMinor, currency }),
          leaves: 1,
        },
        i18n.language,
      ),
      moneyColumn(
        {
          id: 'balance',
          header: t('balance'),
          of: ({ balanceMinor, currency }) => ({ amountMinor: balanceMinor, currency }),
          strong: true,
        },
        i18n.language,
      ),
    ],
    [t, i18n.language],
  )
}

function Product({ account }: { readonly account: AccountSummary }) {
  const { t } = useTranslation('clients')
  return (
    <>
      {account.productName} {account.status === 'closed' && <Badge>{t('closed')}</Badge>}
    </>
  )
}
