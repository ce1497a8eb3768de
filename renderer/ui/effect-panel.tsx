import { useTranslation } from 'react-i18next'
import type { BalanceEffect, Effect } from '../../core/command/outcome.ts'
import classes from './effect-panel.module.css'
import { Money } from './money.tsx'

interface EffectPanelProps {
  readonly effect: Effect | undefined
  /** False while the figures still belong to what was typed a moment ago. */
  readonly isSettled: boolean
  /** The sub-accounts that the person knows by a name, in the order in which to show them; they keep their row. */
  readonly names: readonly { readonly subAccount: string; readonly name: string }[]
}

type EffectRow = { readonly id: string; readonly name: string; readonly balance: BalanceEffect | undefined }

function rowsOf({ effect, names }: Pick<EffectPanelProps, 'effect' | 'names'>): readonly EffectRow[] {
  const balances = effect?.balances ?? []
  const named = names.map(({ subAccount, name }) => ({
    id: subAccount,
    name,
    balance: balances.find(balance => balance.subAccount === subAccount),
  }))
  const others = balances
    .filter(balance => !names.some(({ subAccount }) => subAccount === balance.subAccount))
    .map(balance => ({ id: `${balance.account}/${balance.subAccount}`, name: balance.accountName, balance }))
  return [...named, ...others]
}

/** What a command would do to each balance that it touches, before anybody confirms it. */
export function EffectPanel({ effect, isSettled, names }: EffectPanelProps) {
  const { t } = useTranslation('cash')
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
        {rowsOf({ effect, names }).map(({ id, name, balance }) => (
          <tr key={id}>
            <td>{name}</td>
            <td>
              {balance ? <Money amountMinor={balance.beforeMinor} currency={balance.currency} aligned /> : <None />}
            </td>
            <td className={classes.after}>
              {balance ? (
                <Money amountMinor={balance.afterMinor} currency={balance.currency} strong aligned />
              ) : (
                <None />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const None = () => <span className={classes.none}>–</span>
