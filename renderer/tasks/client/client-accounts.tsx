import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountSummary, ClientAnswer } from '../../../core/query/answers.ts'
import { goTo } from '../../routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Money } from '../../ui/money.tsx'
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

const amount = (
  id: string,
  header: string,
  of: (account: AccountSummary) => bigint,
  strong = false,
): GridColumn<AccountSummary> => ({
  id,
  header,
  align: 'end',
  width: '138px',
  cell: account => <Money amountMinor={of(account)} currency={account.currency} strong={strong} aligned />,
})

function useAccountColumns(): readonly GridColumn<AccountSummary>[] {
  const { t } = useTranslation('clients')
  return useMemo(
    () => [
      {
        id: 'product',
        header: t('product'),
        width: 'minmax(130px, 1.3fr)',
        cell: account => <Product account={account} />,
      },
      {
        id: 'number',
        header: t('account-number'),
        width: '150px',
        cell: account => <bdi>{account.number}</bdi>,
      },
      amount('available', t('available'), account => account.availableMinor),
      amount('balance', t('balance'), account => account.balanceMinor, true),
    ],
    [t],
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
