import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../core/money/format-amount.ts'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { isolate } from '../../lib/isolate.ts'
import classes from './holds.module.css'

/** The balance is lower than what the client wants to be told of. */
export function BelowAlert({ account }: { readonly account: AccountAnswer }) {
  const { t, i18n } = useTranslation('savings')
  const { status, balanceMinor, currency, product } = account
  const { alertBelowMinor } = product
  if (alertBelowMinor === undefined || balanceMinor >= alertBelowMinor || status === 'closed') return null
  const limit = isolate(formatMoney({ amountMinor: alertBelowMinor, currency }, i18n.language))
  return (
    <div className={classes.asleep} role="note">
      {t('below-alert', { limit })}
    </div>
  )
}
