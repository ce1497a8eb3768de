import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type BusinessDate } from '../../../core/calendar/business-date.ts'
import { firstDayOf, periodOf } from '../../../core/calendar/period.ts'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { PostedPage } from '../../counter/posted-page.tsx'
import { RequestSent } from '../../counter/request-sent.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { returnTo } from '../../counter/return-to.ts'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { typedDate } from '../../lib/read-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { wallDate } from '../../lib/wall-date.ts'
import { DateField, useTypedDate } from '../../ui/date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { RevaluationFacts } from './revaluation-facts.tsx'

const empty = { currency: '', asOf: '' }

/** The last month's end: what is usually revalued. */
const monthEndBefore = (date: BusinessDate): BusinessDate => addDays(firstDayOf(periodOf(date)), -1)

/** Brings a position to its worth at the end of a day; the difference is gained or lost. */
export function RevaluePage() {
  const { t, i18n } = useTranslation('exchange')
  const form = useRef<HTMLFormElement>(null)
  const draft = useDraft('fx/revalue', empty)
  const { answer: day } = useAnswer({ type: 'my-day' })
  const asOfText = draft.values.asOf || typedDate(monthEndBefore(day?.businessDate ?? wallDate()), i18n.language)
  const asOf = useTypedDate(asOfText)
  const { answer: positions } = useAnswer(
    { type: 'fx-position', ...(asOf ? { date: asOf } : {}) },
    { keepPrevious: true },
  )
  const position = positions?.find(({ currency }) => currency === draft.values.currency) ?? positions?.[0]
  const command =
    draft.isReady && asOf && position
      ? { type: 'fx.revalue' as const, key: draft.key, currency: position.currency, asOf }
      : undefined
  const operation = useOperation<'fx.revalue'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  const facts = position && <RevaluationFacts position={position} />
  if (operation.request) return <RequestSent request={operation.request} />
  if (operation.outcome)
    return (
      <PostedPage
        title={t('revalued')}
        outcome={operation.outcome}
        effect={operation.shown}
        names={[]}
        onDone={() => returnTo({ task: 'rates' })}
      />
    )
  if (!draft.isReady || !day || !positions) return null
  return (
    <Page>
      <PageHeader title={t('revalue')} subtitle={t('revalue-hint')} />
      {!position ? (
        <EmptyState title={t('no-positions')} />
      ) : (
        <Columns>
          <Stack>
            <Panel>
              <form
                ref={form}
                onKeyDown={event => {
                  enterGoesOn(event)
                  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) step.ask()
                }}
              >
                <Stack>
                  <RestoredNote draft={draft} />
                  <SelectField
                    label={t('currency')}
                    value={position.currency}
                    onValue={currency => draft.change({ currency })}
                    options={positions.map(({ currency }) => ({ value: currency, label: currency }))}
                    autoFocus
                  />
                  <DateField
                    label={t('revalue-as-of')}
                    hint={t('revalue-as-of-hint')}
                    text={asOfText}
                    onText={text => draft.change({ asOf: text })}
                  />
                </Stack>
              </form>
            </Panel>
            {facts}
          </Stack>
          <OperationPanel
            operation={operation}
            step={step}
            names={[]}
            confirmLabel={t('revalue-confirm')}
            approvable={command}
            summary={facts}
            isHeld={command === undefined}
            onBackToForm={() => form.current?.querySelector('input')?.focus()}
          />
        </Columns>
      )}
    </Page>
  )
}
