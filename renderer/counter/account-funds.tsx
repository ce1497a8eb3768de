import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../core/query/savings-answers.ts'
import { Money } from '../ui/money.tsx'
import { Facts } from './facts.tsx'

interface AccountFundsProps {
  readonly account: AccountAnswer
  readonly purpose: 'in' | 'out' | 'hold'
}

/** What there is, and, when money is to leave or be held, what bounds how much of it may. */
export function AccountFunds({ account, purpose }: AccountFundsProps) {
  const { t } = useTranslation('savings')
  const { currency, product } = account
  const money = (amountMinor: bigint) => <Money amountMinor={amountMinor} currency={currency} />
  const isOverdrawable = account.overdraftLimitMinor > 0n
  const bounded = purpose !== 'in'
  const limit = purpose === 'out' ? product.limits.withdrawalsPerDayMinor : undefined
  return (
    <Facts
      facts={[
        [t('balance'), money(account.balanceMinor)],
        [t('held'), account.heldMinor > 0n && money(account.heldMinor)],
        [t('overdraft-limit'), bounded && isOverdrawable && money(account.overdraftLimitMinor)],
        [
          t('minimum-balance'),
          bounded && !isOverdrawable && product.minimumBalanceMinor > 0n && money(product.minimumBalanceMinor),
        ],
        [t('available'), bounded && money(account.availableMinor)],
        [t('withdrawn-today'), limit !== undefined && money(account.withdrawnTodayMinor)],
        [t('daily-limit'), limit !== undefined && money(limit)],
      ]}
    />
  )
}
