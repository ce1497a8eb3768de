import { IconArrowsExchange } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayRate } from '../../../core/foreign-exchange/day-rate.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { PostedPage } from '../../counter/posted-page.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { returnTo } from '../../counter/return-to.ts'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useYourDrawer } from '../../counter/use-your-drawer.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { Action } from '../../ui/action.tsx'
import { useAmount } from '../../ui/money-field.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ExchangeFields, ExchangeSummary } from './exchange-fields.tsx'
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
  const form = useRef<HTMLFormElement>(null)
  const names = useYourDrawer()
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
  if (operation.outcome)
    return (
      <PostedPage
        title={t('exchange')}
        outcome={operation.outcome}
        effect={operation.shown}
        names={names}
        onDone={() => returnTo({ task: 'my-day' })}
      />
    )
  return (
    <Page>
      <PageHeader
        title={t('exchange')}
        subtitle={t('exchange-hint')}
        actions={
          <Action
            shortcut="f9"
            icon={<IconArrowsExchange size={16} aria-hidden />}
            onAct={() => draft.change({ gives: sides.takes, takes: sides.gives })}
          >
            {t('swap')}
          </Action>
        }
      />
      <Columns>
        <Stack>
          <Panel>
            <form ref={form} onKeyDown={enterGoesOn}>
              <Stack>
                <RestoredNote draft={draft} />
                <ExchangeFields
                  sides={sides}
                  currencies={currencies}
                  values={draft.values}
                  amounts={amounts}
                  onChange={draft.change}
                  onEnter={step.ask}
                />
              </Stack>
            </form>
          </Panel>
          <RateFacts rates={rates.filter(({ currency }) => currency === sides.gives || currency === sides.takes)} />
        </Stack>
        <OperationPanel
          operation={operation}
          step={step}
          names={names}
          confirmLabel={t('exchange-confirm')}
          summary={amounts && <ExchangeSummary sides={sides} amounts={amounts} />}
          isHeld={command === undefined}
          onBackToForm={() => form.current?.querySelector('input')?.focus()}
        />
      </Columns>
    </Page>
  )
}
