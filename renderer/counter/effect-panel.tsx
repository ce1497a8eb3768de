import { useTranslation } from 'react-i18next'
import type { Effect } from '../../core/command/outcome.ts'
import { Money } from '../ui/money.tsx'
import classes from './effect-panel.module.css'
import { effectRows, type NamedBalance } from './effect-rows.tsx'
import { LimitNotices } from './limit-notices.tsx'
import { LoanEffectFacts } from './loan-effect-facts.tsx'

interface EffectPanelProps {
  readonly effect: Effect | undefined
  /** False while the figures still belong to what was typed a moment ago. */
  readonly isSettled: boolean
  /** What the person knows by a name, in the order in which to show it; while there is no effect, these are the rows. */
  readonly names?: readonly NamedBalance[]
  /** What has been done already, rather than what would be. */
  readonly isDone?: boolean
}

/** What a command would do to each balance that it touches, before anybody confirms it. */
export function EffectPanel({ effect, isSettled, names = [], isDone = false }: EffectPanelProps) {
  const { t } = useTranslation('cash')
  const rows = effectRows(effect, names, t)
  if (rows.length === 0 && !effect?.loan) return null
  return (
    <>
      {effect?.loan && <LoanEffectFacts effect={effect.loan} />}
      {rows.length > 0 && <EffectTable effect={effect} rows={rows} isSettled={isSettled} isDone={isDone} />}
      {effect?.notices && <LimitNotices notices={effect.notices} />}
    </>
  )
}

interface EffectTableProps extends Pick<EffectPanelProps, 'effect' | 'isSettled'> {
  readonly rows: ReturnType<typeof effectRows>
  readonly isDone: boolean
}

function EffectTable({ effect, rows, isSettled, isDone }: EffectTableProps) {
  const { t } = useTranslation('cash')
  return (
    <table className={classes.table} aria-label={t('effect')} aria-live="polite" aria-busy={!isSettled}>
      <thead>
        <tr>
          <th scope="col">{t('effect')}</th>
          <th scope="col">{t(isDone ? 'was' : 'before')}</th>
          <th scope="col">{t(isDone ? 'before' : 'after')}</th>
        </tr>
      </thead>
      <tbody className={effect && !isSettled ? classes.waiting : ''}>
        {rows.map(({ subAccount, name, nowMinor, afterMinor, currency }) => (
          <tr key={`${subAccount}/${currency}`}>
            <td>{name}</td>
            <td>
              <Money amountMinor={nowMinor} currency={currency} aligned />
            </td>
            <td className={classes.after}>
              {afterMinor === undefined ? (
                <span className={classes.none}>–</span>
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
