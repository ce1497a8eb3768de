import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BalanceEffect, Effect, FundsEffect, LedgerEffect } from '../../core/command/outcome.ts'
import type { CurrencyCode } from '../../core/money/currency.ts'
import { isolate } from '../lib/isolate.ts'
import classes from './effect-panel.module.css'

/** What lies in something now, by the name that the person knows it by: a sub-account, or what is free or held on an account. */
export interface NamedBalance {
  readonly subAccount: string
  readonly name: ReactNode
  readonly nowMinor: bigint
  readonly currency: CurrencyCode
}

export interface EffectRow extends NamedBalance {
  readonly afterMinor?: bigint
}

export const freeOn = (accountId: string): string => `${accountId}/available`
export const heldOn = (accountId: string): string => `${accountId}/held`

/** Each balance that changes, those first that the person has a name for; without an effect, what lies in them now. */
export function effectRows(
  effect: Effect | undefined,
  names: readonly NamedBalance[],
  t: TFunction<'cash'>,
): readonly EffectRow[] {
  if (!effect) return names
  const balances = effect.balances
    .filter(({ owner }) => owner !== undefined || !(effect.type === exchanged || isOfLoan(effect)))
    .filter(({ subAccount }) => subAccount !== effect.loan?.loanId && subAccount !== effect.loan?.paysOff?.loanId)
    .sort((one, other) => placeOf(one) - placeOf(other))
  const ledger = (effect.ledger ?? []).map(ledgerRow)
  const rows = [...balances.map(balanceRow), ...ledger, ...effect.funds.flatMap(funds => fundsRows(funds, t))]
  const named = names.flatMap(({ subAccount, name }) =>
    rows.filter(row => row.subAccount === subAccount).map(row => ({ ...row, name })),
  )
  return [...named, ...rows.filter(row => !names.some(({ subAccount }) => subAccount === row.subAccount))]
}

/** At the counter the cash of both currencies is seen; how the position stands is the accountant's, in the record. */
const exchanged = 'fx.exchanged'

/** What a loan owes is told by itself; on which accounts it stands is the accountant’s. */
const isOfLoan = ({ type, loan }: Effect): boolean => loan !== undefined || type.startsWith('loan.')

/** The client comes first, then the cash. */
const places = ['account', 'drawer', 'vault', undefined] as const
const placeOf = ({ owner }: BalanceEffect): number => places.indexOf(owner?.kind)

const balanceRow = (balance: BalanceEffect): EffectRow => ({
  subAccount: balance.subAccount,
  name: <BalanceName balance={balance} />,
  nowMinor: balance.beforeMinor,
  afterMinor: balance.afterMinor,
  currency: balance.currency,
})

const ledgerRow = ({ account, accountName, currency, beforeMinor, afterMinor }: LedgerEffect): EffectRow => ({
  subAccount: account,
  name: (
    <>
      <bdi className={classes.number}>{account}</bdi> <bdi>{accountName}</bdi>
    </>
  ),
  nowMinor: beforeMinor,
  afterMinor,
  currency,
})

function fundsRows(funds: FundsEffect, t: TFunction<'cash'>): readonly EffectRow[] {
  const { accountId, currency, heldBeforeMinor, heldAfterMinor, availableBeforeMinor, availableAfterMinor } = funds
  return [
    {
      subAccount: freeOn(accountId),
      name: t('available'),
      nowMinor: availableBeforeMinor,
      afterMinor: availableAfterMinor,
      currency,
    },
    { subAccount: heldOn(accountId), name: t('held'), nowMinor: heldBeforeMinor, afterMinor: heldAfterMinor, currency },
  ]
}

/** A client's account where two of them stand in one list. */
export const AccountName = ({ name, number }: { readonly name: string; readonly number: string }) => (
  <>
    <bdi>{name}</bdi>{' '}
    <span className={classes.number}>
      <bdi>{number}</bdi>
    </span>
  </>
)

/** A balance by whose it is: the client's account, somebody's drawer, a branch's vault. */
function BalanceName({ balance: { owner, accountName } }: { readonly balance: BalanceEffect }) {
  const { t } = useTranslation('cash')
  switch (owner?.kind) {
    case 'account':
      return <AccountName name={owner.name} number={owner.account} />
    case 'drawer':
      return t('drawer-of', { name: isolate(owner.name) })
    case 'vault':
      return t('vault-of', { name: isolate(owner.name) })
    case undefined:
      return accountName
  }
}
