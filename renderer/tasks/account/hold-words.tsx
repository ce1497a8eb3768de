import { useTranslation } from 'react-i18next'
import type { AccountAnswer, HoldAnswer } from '../../../core/query/savings-answers.ts'
import { formatDate } from '../../lib/format-date.ts'
import { Money } from '../../ui/money.tsx'
import classes from './holds.module.css'

/** A hold in words: how much, why, since when. */
export function HoldWords({ hold, account }: { readonly hold: HoldAnswer; readonly account: AccountAnswer }) {
  const { t, i18n } = useTranslation('savings')
  const reason = t(`hold-reason-${hold.reason}` as 'hold-reason-other', { defaultValue: hold.reason })
  return (
    <div className={classes.words}>
      <Money amountMinor={hold.amountMinor} currency={account.currency} strong />
      <div className={classes.detail}>
        {reason} · {formatDate(hold.placedOn, i18n.language)}
      </div>
      {hold.expiresOn && (
        <div className={classes.detail}>{t('hold-lasts', { date: formatDate(hold.expiresOn, i18n.language) })}</div>
      )}
      {hold.note && <div className={classes.detail}>{hold.note}</div>}
    </div>
  )
}
