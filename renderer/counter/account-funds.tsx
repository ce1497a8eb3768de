import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../core/query/answers.ts'
import { Money } from '../ui/money.tsx'
import { Facts } from './facts.tsx'

/** What there is, and, when money goes out, what bounds how much of it may. */
export function AccountFunds({ account, outgoing }: { readonly account: AccountAnswer; readonly outgoing: boolean }) {
  const { t } = useTranslation('savings')
  const { currency, product } = account
  const money = (amountMinor: bigint) => <Money amountMinor={amountMinor} currency={currency} />
  const limit = product.dailyWithdrawalLimitMinor
  return (
    <Facts
      facts={[
        [t('balance'), money(account.balanceMinor)],
        [t('held'), account.heldMinor > 0n && money(account.heldMinor)],
        [t('minimum-balance'), outgoing && product.minimumBalanceMinor > 0n && money(product.minimumBalanceMinor)],
        [t('available'), outgoing && money(account.availableMinor)],
        [t('withdrawn-today'), outgoing && limit !== undefined && money(account.withdrawnTodayMinor)],
        [t('daily-limit'), outgoing && limit !== undefined && money(limit)],
      ]}
    />
  )
}
