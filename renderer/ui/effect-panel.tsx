import { useTranslation } from 'react-i18next'
import type { BalanceEffect, Effect } from '../../core/command/outcome.ts'
import type { CurrencyCode } from '../../core/money/currency.ts'
import classes from './effect-panel.module.css'
import { Money } from './money.tsx'

/** A sub-account by the name that the person knows it by, with what lies in it now. */
export interface NamedBalance {
  readonly subAccount: string
  readonly name: string
  readonly nowMinor: bigint
  readonly currency: CurrencyCode
}

interface EffectPanelProps {
  readonly effect: Effect | undefined
  /** False while the figures still belong to what was typed a moment ago. */
  readonly isSettled: boolean
  /** The sub-accounts that the person knows by a name, in the order in which to show them; they keep their row. */
  readonly names: readonly NamedBalance[]
}

interface EffectRow extends NamedBalance {
  readonly afterMinor?: bigint
}

const rowOf = ({ account, subAccount, accountName, currency, beforeMinor, afterMinor }: BalanceEffect): EffectRow => ({
  subAccount: `${account}/${subAccount}`,
  name: accountName,
  nowMinor: beforeMinor,
  afterMinor,
  currency,
})

function rowsOf({ effect, names }: Pick<EffectPanelProps, 'effect' | 'names'>): readonly EffectRow[] {
  const balances = effect?.balances ?? []
  const named = names.map(known => {
    const balance = balances.find(({ subAccount }) => subAccount === known.subAccount)
    return balance ? { ...known, nowMinor: balance.beforeMinor, afterMinor: balance.afterMinor } : known
  })
  const others = balances.filter(balance => !names.some(({ subAccount }) => subAccount === balance.subAccount))
  return [...named, ...others.map(rowOf)]
}

/** What a command would do to each balance that it touches, before anybody confirms it. */
export function EffectPanel({ effect, isSettled, names }: EffectPanelProps) {
  const { t } = useTranslation('cash')
  const rows = rowsOf({ effect, names })
  if (rows.length === 0) return null
  return (
    <table className={classes.table} aria-label={t('effect')} aria-live="polite" aria-busy={!isSettled}>
      <thead>
        <tr>
          <th scope="col">{t('effect')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody className={effect && !isSettled ? classes.waiting : ''}>
        {rows.map(({ subAccount, name, nowMinor, afterMinor, currency }) => (
          <tr key={subAccount}>
            <td>{name}</td>
            <td>
              <Money amountMinor={nowMinor} currency={currency} aligned />
            </td>
            <td className={classes.after}>
              {afterMinor === undefined ? (
                <None />
              ) : (
                <Money amountMinor={afterMinor} currency={currency} strong aligned />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const None = () => <span className={classes.none}>–</span>
