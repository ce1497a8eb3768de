import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { focusFirstFace } from '../../counter/focus-first-face.ts'
import { OperationForm } from '../../counter/operation-form.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { returnTo } from '../../counter/return-to.ts'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { countOf, DenominationCountField, type Pieces } from '../../ui/denomination-count.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { type CashChoice, targetsOf, useCashChoices } from './cash-choices.ts'
import { SendFields } from './send-fields.tsx'

/** Hands cash over: from which place to which, counted note by note. It is in transit until somebody else has counted it too. */
export function SendCashPage() {
  const { t } = useTranslation('transfers')
  const choices = useCashChoices()
  if (!choices) return null
  if (!choices.ok) return <RefusedPage refusal={choices.refusal} />
  const [first] = choices.value.filter(({ isSource }) => isSource)
  return first ? (
    <SendCash choices={choices.value} first={first} />
  ) : (
    <Page narrow>
      <PageHeader title={t('send-cash')} />
      <Panel>
        <EmptyState title={t('nothing-to-send-from')}>{t('nothing-to-send-from-hint')}</EmptyState>
      </Panel>
    </Page>
  )
}

const empty: { readonly from: string; readonly to: string; readonly slip: string; readonly pieces: Pieces } = {
  from: '',
  to: '',
  slip: '',
  pieces: {},
}

function SendCash({ choices, first }: { readonly choices: readonly CashChoice[]; readonly first: CashChoice }) {
  const { t } = useTranslation('transfers')
  const target = useRef<HTMLSelectElement>(null)
  const draft = useDraft('cash/send', empty)
  const { values } = draft
  const sources = choices.filter(({ isSource }) => isSource)
  const from = sources.find(({ key }) => key === values.from) ?? first
  const targets = targetsOf(choices, from)
  const to = targets.find(({ key }) => key === values.to)
  const counted = countOf(values.pieces)
  const slip = values.slip.trim()
  const command =
    draft.isReady && to && counted.length > 0
      ? {
          type: 'cash.send' as const,
          key: draft.key,
          from: from.end,
          to: to.end,
          currency: from.currency,
          counted,
          ...(slip ? { slip } : {}),
        }
      : undefined
  const operation = useOperation<'cash.send'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  return (
    <OperationForm
      title={t('send-cash')}
      doneTitle={t('cash-sent')}
      hint={t('send-cash-hint')}
      operation={operation}
      step={step}
      draft={draft}
      names={[]}
      confirmLabel={t('send-confirm')}
      summary={null}
      isHeld={command === undefined}
      onLast={focusFirstFace}
      onBackToForm={focusFirstFace}
      onDone={() => returnTo({ task: 'cash' })}
      below={
        <Panel title={t('cash-that-goes')}>
          <DenominationCountField
            key={from.currency}
            label={t('cash-that-goes')}
            currency={from.currency}
            pieces={values.pieces}
            onPieces={pieces => draft.change({ pieces })}
            onDone={() => (to ? step.ask() : target.current?.focus())}
          />
        </Panel>
      }
    >
      <SendFields
        from={from}
        to={to}
        sources={sources}
        targets={targets}
        targetRef={target}
        slip={values.slip}
        onChange={draft.change}
      />
    </OperationForm>
  )
}
