import type { Money as Amount } from '../../core/money/amount.ts'
import type { CurrencyCode } from '../../core/money/currency.ts'
import classes from './each-money.module.css'
import { Money } from './money.tsx'

interface EachMoneyProps {
  /** One of each currency. */
  readonly amounts: readonly Amount[]
  /** Whose zero stands there when there is no amount. */
  readonly currency: CurrencyCode
}

/** Amounts of several currencies, one under the other: they are never added. */
export function EachMoney({ amounts, currency }: EachMoneyProps) {
  const shown = amounts.length > 0 ? amounts : [{ amountMinor: 0n, currency }]
  return (
    <span className={classes.each}>
      {shown.map(amount => (
        <Money key={amount.currency} {...amount} />
      ))}
    </span>
  )
}
