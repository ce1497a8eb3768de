import { type CurrencyCode, minorUnitOf } from '../money/currency.ts'
import type { SavingsProduct } from './savings-product.ts'

/** The savings products an institution starts with, in whole units of its currency. Head office publishes new versions. */
export function templateProducts(currency: CurrencyCode): readonly SavingsProduct[] {
  const units = (whole: number): bigint => BigInt(whole) * 10n ** BigInt(minorUnitOf(currency))
  const common = { version: 1, currency } as const
  return [
    {
      ...common,
      productId: 'passbook-savings',
      name: 'Passbook savings',
      controlAccount: '2110',
      minimumBalanceMinor: units(500),
      minimumOpeningMinor: units(500),
      dailyWithdrawalLimitMinor: units(100_000),
      maxAmountMinor: units(5_000_000),
    },
    {
      ...common,
      productId: 'premium-savings',
      name: 'Premium savings',
      controlAccount: '2120',
      minimumBalanceMinor: units(25_000),
      minimumOpeningMinor: units(25_000),
      dailyWithdrawalLimitMinor: units(500_000),
    },
    {
      ...common,
      productId: 'current-account',
      name: 'Current account',
      controlAccount: '2130',
      minimumBalanceMinor: 0n,
      minimumOpeningMinor: units(1_000),
    },
  ]
}
