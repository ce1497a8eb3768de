import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { focusFirstFace } from '../../counter/focus-first-face.ts'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { PostedPage } from '../../counter/posted-page.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { returnTo } from '../../counter/return-to.ts'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { countOf, DenominationCountField, type Pieces } from '../../ui/denomination-count.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { type CashChoice, targetsOf, useCashChoices } from './cash-choices.ts'
import { SendFields } from './send-fields.tsx'

/** Hands cash over: from which place to which, counted note by note. It is in transit until somebody else has counted it too. */
export function SendCashPage() {
  const { t } = useTranslation('transfers')
  const choices = useCashChoices()
  const [first] = choices?.filter(({ isSource }) => isSource) ?? []
  if (!choices) return null
  return first ? (
    <SendCash choices={choices} first={first} />
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
  const form = useRef<HTMLFormElement>(null)
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
  if (operation.outcome)
    return (
      <PostedPage
        title={t('cash-sent')}
        outcome={operation.outcome}
        effect={operation.shown}
        names={[]}
        onDone={() => returnTo({ task: 'cash' })}
      />
    )
  if (!draft.isReady) return null
  return (
    <Page>
      <PageHeader title={t('send-cash')} subtitle={t('send-cash-hint')} />
      <Columns>
        <Stack>
          <Panel>
            <form ref={form} onKeyDown={enterGoesOn}>
              <Stack>
                <RestoredNote draft={draft} />
                <SendFields
                  from={from}
                  to={to}
                  sources={sources}
                  targets={targets}
                  slip={values.slip}
                  onChange={draft.change}
                />
              </Stack>
            </form>
          </Panel>
          <Panel title={t('cash-that-goes')}>
            <DenominationCountField
              key={from.currency}
              label={t('cash-that-goes')}
              currency={from.currency}
              pieces={values.pieces}
              onPieces={pieces => draft.change({ pieces })}
              onDone={() => (to ? step.ask() : form.current?.querySelectorAll('select')[1]?.focus())}
            />
          </Panel>
        </Stack>
        <OperationPanel
          operation={operation}
          step={step}
          names={[]}
          confirmLabel={t('send-confirm')}
          summary={null}
          isHeld={command === undefined}
          onBackToForm={focusFirstFace}
        />
      </Columns>
    </Page>
  )
}
