import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { Figure, Figures } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'
import { BalanceAsOf } from './balance-as-of.tsx'

/** What the balance and what can be paid out differ by: the overdraft that was agreed, else the minimum that stays. */
function boundOf({ overdraftLimitMinor, product: { minimumBalanceMinor } }: AccountAnswer) {
  if (overdraftLimitMinor > 0n) return { word: 'with-overdraft', amountMinor: overdraftLimitMinor } as const
  return minimumBalanceMinor > 0n ? ({ word: 'minimum-stays', amountMinor: minimumBalanceMinor } as const) : undefined
}

/** The three figures of an account: all of it, which opens what it was on any day, what is held, and what can be paid out. */
export function AccountFigures({ account }: { readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  const { currency, product, heldMinor } = account
  const money = (amountMinor: bigint) => <Money amountMinor={amountMinor} currency={currency} />
  const bound = boundOf(account)
  const [isLookingBack, setLookingBack] = useState(false)
  const limitMinor = product.limits.withdrawalsPerDayMinor
  return (
    <>
      <Figures>
        <Figure label={t('balance')} onOpen={() => setLookingBack(true)}>
          {money(account.balanceMinor)}
        </Figure>
        <Figure
          label={t('held')}
          tone={heldMinor > 0n ? 'waiting' : 'neutral'}
          detail={account.holds.length > 0 && t('holds', { count: account.holds.length })}
        >
          {money(heldMinor)}
        </Figure>
        <Figure
          label={t('available')}
          detail={
            bound && (
              <>
                {t(bound.word)} {money(bound.amountMinor)}
              </>
            )
          }
        >
          {money(account.availableMinor)}
        </Figure>
        <Figure
          label={t('withdrawn-today')}
          detail={
            limitMinor !== undefined && (
              <>
                {t('daily-limit')} {money(limitMinor)}
              </>
            )
          }
        >
          {money(account.withdrawnTodayMinor)}
        </Figure>
      </Figures>
      {isLookingBack && <BalanceAsOf account={account} onClose={() => setLookingBack(false)} />}
    </>
  )
}
