import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandOf } from '../../../core/command/command.ts'
import { reversalReasons } from '../../../core/corrections/correction-commands.ts'
import type { RecordRef } from '../../../core/journal/record.ts'
import type { RecordAnswer } from '../../../core/query/journal-answers.ts'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { PostedPage } from '../../counter/posted-page.tsx'
import { RecordSummary } from '../../counter/record-summary.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { RequestSent } from '../../counter/request-sent.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useYourDrawers } from '../../counter/use-your-drawers.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { goBack } from '../../routes.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Reason = CommandOf<'operation.reverse'>['reason']
interface ReverseForm {
  readonly reason: Reason | ''
  readonly note: string
}
const empty: ReverseForm = { reason: '', note: '' }

/** Undoes an operation by its mirror, with a reason, visible for ever. */
export function ReversePage({ record }: { readonly record: RecordRef }) {
  const { answer, refusal } = useAnswer({ type: 'record', record })
  if (refusal) return <RefusedPage refusal={refusal} />
  return answer ? <Reverse key={`${record.log}/${record.seq}`} original={answer} /> : null
}

function Reverse({ original }: { readonly original: RecordAnswer }) {
  const { t } = useTranslation('journal')
  const { record } = original
  const note = useRef<HTMLInputElement>(null)
  const draft = useDraft<ReverseForm>(`reverse/${record.log}/${record.seq}`, empty)
  const currencies = new Set(original.entries.flatMap(({ lines }) => lines.map(({ currency }) => currency)))
  const yourDrawers = useYourDrawers([...currencies])
  const command = commandOf(draft, record)
  const operation = useOperation<'operation.reverse'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  if (operation.request) return <RequestSent request={operation.request} />
  if (operation.outcome)
    return (
      <PostedPage
        title={t(`reversal-of-${original.type}` as 'reversal-of-savings.deposited', { defaultValue: t('reversal') })}
        outcome={operation.outcome}
        effect={operation.shown}
        names={yourDrawers}
        onDone={goBack}
      />
    )
  if (!draft.isReady) return null
  return (
    <Page>
      <PageHeader title={t('reverse-title')} subtitle={t('reverse-hint')} />
      <Columns>
        <Stack>
          <Panel title={t('original')}>
            <RecordSummary record={original} />
          </Panel>
          <Panel>
            <Stack>
              <RestoredNote draft={draft} />
              <ReasonField reason={draft.values.reason} onReason={reason => draft.change({ reason })} />
              <TextField
                label={t('note')}
                hint={t('reverse-note-hint')}
                text={draft.values.note}
                onText={text => draft.change({ note: text })}
                maxLength={500}
                inputRef={note}
                onEnter={step.ask}
              />
            </Stack>
          </Panel>
        </Stack>
        <OperationPanel
          operation={operation}
          step={step}
          names={yourDrawers}
          confirmLabel={t('reverse-confirm')}
          approvable={command}
          summary={<RecordSummary record={original} />}
          onBackToForm={() => note.current?.focus()}
        />
      </Columns>
    </Page>
  )
}

function commandOf(
  draft: { readonly isReady: boolean; readonly key: string; readonly values: ReverseForm },
  record: RecordRef,
) {
  const { reason, note } = draft.values
  if (!draft.isReady || reason === '') return undefined
  const text = note.trim()
  return { type: 'operation.reverse' as const, key: draft.key, record, reason, ...(text ? { note: text } : {}) }
}

function ReasonField({
  reason,
  onReason,
}: {
  readonly reason: Reason | ''
  readonly onReason: (reason: Reason) => void
}) {
  const { t } = useTranslation('journal')
  const choices = reversalReasons.map(value => ({ value, label: t(`reversal-${value}`) }))
  return (
    <SelectField<Reason | ''>
      label={t('reason')}
      required
      autoFocus
      value={reason}
      onValue={value => value !== '' && onReason(value)}
      options={[{ value: '', label: t('reason-choose'), disabled: true }, ...choices]}
    />
  )
}
