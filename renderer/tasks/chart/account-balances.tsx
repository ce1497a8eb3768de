import { useTranslation } from 'react-i18next'
import type { LedgerCounters } from '../../../core/query/ledger-answers.ts'
import { Money } from '../../ui/money.tsx'
import table from '../../ui/table.module.css'

/** What was ever debited and credited, and what is held to be, in each branch and currency; never netted. */
export function AccountBalances({ balances }: { readonly balances: readonly LedgerCounters[] }) {
  const { t } = useTranslation('ledger')
  if (balances.length === 0) return null
  const figures = ['debitMinor', 'creditMinor', 'pendingDebitMinor', 'pendingCreditMinor'] as const
  return (
    <table className={table.table}>
      <caption>{t('account-counters')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('branch')}</th>
          {figures.map(figure => (
            <th scope="col" className={table.figure} key={figure}>
              {t(`counter-${figure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {balances.map(row => (
          <tr key={`${row.branchId}/${row.currency}`}>
            <td>
              <bdi>{row.branchName}</bdi>
            </td>
            {figures.map(figure => (
              <td className={table.figure} key={figure}>
                <Money aligned amountMinor={row[figure]} currency={row.currency} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
