import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { westernDigits } from '../../../core/customers/fold-text.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { DepositProduct } from '../../../core/products/deposit-product.ts'
import type { ClientAnswer } from '../../../core/query/client-answers.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { MoneyField, useAmount } from '../../ui/money-field.tsx'
import { Pair } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './open-account.module.css'
import { Recommendations } from './recommendations.tsx'

interface ProductAdviceProps {
  readonly client: ClientAnswer
  readonly currency: CurrencyCode
  /** The product, and for how many months where the client said it. */
  readonly onChoose: (product: DepositProduct, termMonths: number | undefined) => void
}

/** What a client may want an account for; credit has a way of its own. */
const uses = ['saving', 'goal', 'everyday', 'business'] as const
const liquidities = ['any-time', 'after-term'] as const

/** Asks what the client wants and names the three products that fit best, with what speaks for and against each. */
export function ProductAdvice({ client: { clientId }, currency, onChoose }: ProductAdviceProps) {
  const { t } = useTranslation('clients')
  const [use, setUse] = useState<(typeof uses)[number]>('saving')
  const [amount, setAmount] = useState('')
  const [months, setMonths] = useState('')
  const [liquidity, setLiquidity] = useState<(typeof liquidities)[number]>('any-time')
  const amountMinor = useAmount(amount, currency)
  const typedMonths = Number(westernDigits(months))
  const termMonths = typedMonths >= 1 && typedMonths <= 600 ? typedMonths : undefined
  const enabled = amountMinor !== undefined
  const wish = { use, amountMinor: amountMinor ?? 1n, liquidity, ...(termMonths === undefined ? {} : { termMonths }) }
  const { answer = [] } = useAnswer({ type: 'recommend-products', clientId, ...wish }, { enabled, keepPrevious: true })
  return (
    <div className={classes.products}>
      <form onKeyDown={event => enterGoesOn(event, () => document.querySelector<HTMLElement>('[data-best]')?.focus())}>
        <Pair>
          <SelectField
            label={t('wish-use')}
            value={use}
            onValue={setUse}
            options={uses.map(value => ({ value, label: t(`use-${value}`) }))}
            autoFocus
          />
          <SelectField
            label={t('wish-liquidity')}
            value={liquidity}
            onValue={setLiquidity}
            options={liquidities.map(value => ({ value, label: t(`liquidity-${value}`) }))}
          />
          <MoneyField label={t('wish-amount')} currency={currency} text={amount} onText={setAmount} />
          <TextField
            label={t('wish-months')}
            hint={t('wish-months-hint')}
            text={months}
            onText={setMonths}
            inputMode="numeric"
            dir="ltr"
            maxLength={3}
          />
        </Pair>
      </form>
      {enabled ? (
        <Recommendations recommendations={answer} onChoose={product => onChoose(product, termMonths)} />
      ) : (
        <p className={classes.waits}>{t('wish-waits')}</p>
      )}
    </div>
  )
}
