import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../core/money/currency.ts'
import { formatAmount } from '../../core/money/format-amount.ts'
import classes from './money.module.css'

interface MoneyProps {
  readonly amountMinor: bigint
  readonly currency: CurrencyCode
  readonly strong?: boolean
  /** Set in columns: keeps the last digits of positive and bracketed figures in line. */
  readonly aligned?: boolean
}

/** An amount with its currency: tabular figures; negative in parentheses, in colour, and as a word for a screen reader. */
export function Money({ amountMinor, currency, strong = false, aligned = false }: MoneyProps) {
  const { t, i18n } = useTranslation('cash')
  const isNegative = amountMinor < 0n
  return (
    <span
      className={classes.money}
      data-negative={isNegative || undefined}
      data-strong={strong || undefined}
      data-aligned={aligned || undefined}
    >
      <span className={classes.currency}>{currency}</span>
      {isNegative && <VisuallyHidden>{t('minus')}</VisuallyHidden>}
      <bdi className={classes.figure}>{formatAmount({ amountMinor, currency }, i18n.language)}</bdi>
    </span>
  )
}
