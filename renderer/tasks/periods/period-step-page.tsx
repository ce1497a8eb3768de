import { useTranslation } from 'react-i18next'
import { isPeriod } from '../../../core/calendar/period.ts'
import type { CommandOf } from '../../../core/command/command.ts'
import { reopeningReasons } from '../../../core/periods/period-commands.ts'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { PostedPage } from '../../counter/posted-page.tsx'
import { RequestSent } from '../../counter/request-sent.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { formatPeriod } from '../../lib/format-date.ts'
import { type DraftForm, useDraft } from '../../lib/use-draft.ts'
import { type PeriodStep, replaceWith } from '../../routes.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Step = PeriodStep['step']
type Reason = CommandOf<'period.reopen'>['reason']
interface StepForm {
  readonly reason: Reason | ''
  readonly note: string
}
const empty: StepForm = { reason: '', note: '' }

/** Closing a month or a year, or opening it again: what it does, why, and the two people it takes. */
export function PeriodStepPage({ step }: { readonly step: PeriodStep }) {
  const { t, i18n } = useTranslation('ledger')
  const draft = useDraft<StepForm>(`${step.step}/${step.span}/${step.branchId ?? ''}`, empty)
  const command = commandOf(step, draft)
  const operation = useOperation<Step>(command, { ...draft, onPosted: draft.discard })
  const confirm = useConfirmStep(operation.preview, step.step === 'period.close' || step.step === 'year.close')
  const name = isPeriod(step.span) ? formatPeriod(step.span, i18n.language) : step.span
  const title = t(`${step.step}-title`, { name })
  if (operation.request) return <RequestSent request={operation.request} />
  if (operation.outcome)
    return (
      <PostedPage
        title={title}
        outcome={operation.outcome}
        effect={operation.shown}
        names={[]}
        onDone={() => replaceWith({ task: 'periods' })}
      />
    )
  if (!draft.isReady) return null
  const isReopening = step.step === 'period.reopen' || step.step === 'year.reopen'
  return (
    <Page>
      <PageHeader title={title} subtitle={t(`${step.step}-about`)} />
      <Columns>
        <Panel title={t('what-happens')}>
          <Stack>
            <RestoredNote draft={draft} />
            <div>{t(`${step.step}-text`, { name })}</div>
            {isReopening && <Why draft={draft} onEnter={confirm.ask} />}
          </Stack>
        </Panel>
        <OperationPanel
          operation={operation}
          step={confirm}
          names={[]}
          confirmLabel={title}
          approvable={command}
          summary={<div>{t(`${step.step}-text`, { name })}</div>}
          onBackToForm={() => undefined}
        />
      </Columns>
    </Page>
  )
}

function commandOf({ step, span, branchId }: PeriodStep, draft: DraftForm<StepForm>) {
  if (!draft.isReady) return undefined
  const { key } = draft
  const { reason } = draft.values
  const note = draft.values.note.trim()
  const why = note ? { note } : {}
  const branch = branchId ? { branchId } : {}
  if (step === 'period.close') return isPeriod(span) ? { type: step, key, period: span } : undefined
  if (step === 'year.close') return { type: step, key, year: Number(span), ...branch }
  if (reason === '') return undefined
  if (step === 'year.reopen') return { type: step, key, year: Number(span), reason, ...branch, ...why }
  return isPeriod(span) ? { type: step, key, period: span, reason, ...why } : undefined
}

function Why({ draft, onEnter }: { readonly draft: DraftForm<StepForm>; readonly onEnter: () => void }) {
  const { t } = useTranslation('ledger')
  const choices = reopeningReasons.map(value => ({ value, label: t(`reopening-${value}`) }))
  return (
    <>
      <SelectField<Reason | ''>
        label={t('reason')}
        required
        autoFocus
        value={draft.values.reason}
        onValue={reason => reason !== '' && draft.change({ reason })}
        options={[{ value: '', label: t('reason-choose'), disabled: true }, ...choices]}
      />
      <TextField
        label={t('note')}
        hint={t('note-hint')}
        text={draft.values.note}
        onText={note => draft.change({ note })}
        maxLength={500}
        onEnter={onEnter}
      />
    </>
  )
}
