import { IconArrowsExchange } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DayRate } from '../../../core/foreign-exchange/day-rate.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { ExchangeSummary } from '../../counter/exchange-summary.tsx'
import { OperationForm } from '../../counter/operation-form.tsx'
import { returnTo } from '../../counter/return-to.ts'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useYourDrawers } from '../../counter/use-your-drawers.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { Action } from '../../ui/action.tsx'
import { useAmount } from '../../ui/money-field.tsx'
import { ExchangeFields } from './exchange-fields.tsx'
import { type ExchangeForm, emptyExchange, exchanged, ratesByCurrency, type Sides, sidesOf } from './exchange-form.ts'
import { RateFacts } from './rate-facts.tsx'

interface ExchangeProps {
  readonly rates: readonly DayRate[]
  readonly own: CurrencyCode
}

/** Amount in or amount out, Enter shows the effect, Enter again posts, and the receipt is there. */
export function ExchangeCash({ rates, own }: ExchangeProps) {
  const draft = useDraft<ExchangeForm>('fx/exchange', emptyExchange)
  const currencies = [own, ...rates.map(({ currency }) => currency)]
  const sides = sidesOf(draft.values, currencies, own)
  return draft.isReady && sides ? <Exchange rates={rates} currencies={currencies} sides={sides} draft={draft} /> : null
}

interface ExchangingProps {
  readonly rates: readonly DayRate[]
  readonly currencies: readonly CurrencyCode[]
  readonly sides: Sides
  readonly draft: ReturnType<typeof useDraft<ExchangeForm>>
}

function Exchange({ rates, currencies, sides, draft }: ExchangingProps) {
  const { t } = useTranslation('exchange')
  const names = useYourDrawers([sides.gives, sides.takes])
  const { typed, amount } = draft.values
  const typedMinor = useAmount(amount, typed === 'in' ? sides.gives : sides.takes)
  const amounts = typedMinor === undefined ? undefined : exchanged(ratesByCurrency(rates), sides, typed, typedMinor)
  const command = amounts && {
    type: 'fx.exchange' as const,
    key: draft.key,
    currency: sides.gives,
    amountMinor: amounts.inMinor,
    into: sides.takes,
    paidMinor: amounts.outMinor,
  }
  const operation = useOperation<'fx.exchange'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  return (
    <OperationForm
      title={t('exchange')}
      hint={t('exchange-hint')}
      actions={
        <Action
          shortcut="f9"
          icon={<IconArrowsExchange size={16} aria-hidden />}
          onAct={() => draft.change({ gives: sides.takes, takes: sides.gives })}
        >
          {t('swap')}
        </Action>
      }
      operation={operation}
      step={step}
      draft={draft}
      names={names}
      confirmLabel={t('exchange-confirm')}
      approvable={command}
      summary={amounts && <ExchangeSummary {...sides} amounts={amounts} />}
      isHeld={command === undefined}
      asksAtOnce
      onDone={() => returnTo({ task: 'my-day' })}
      below={<RateFacts rates={rates.filter(({ currency }) => currency === sides.gives || currency === sides.takes)} />}
    >
      <ExchangeFields
        sides={sides}
        currencies={currencies}
        values={draft.values}
        amounts={amounts}
        onChange={draft.change}
      />
    </OperationForm>
  )
}
