import { useTranslation } from 'react-i18next'
import type { CommandOf } from '../../../core/command/command.ts'
import { asksForTotal } from '../../../core/manual-journals/journal-template.ts'
import { frequencies } from '../../../core/manual-journals/recurrence.ts'
import { parseAmount } from '../../../core/money/parse-amount.ts'
import type { JournalTemplateAnswer } from '../../../core/query/ledger-answers.ts'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { PostedPage } from '../../counter/posted-page.tsx'
import { RequestSent } from '../../counter/request-sent.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { readDate } from '../../lib/read-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { type DraftForm, useDraft } from '../../lib/use-draft.ts'
import { replaceWith } from '../../routes.ts'
import { DateField } from '../../ui/date-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './recurring.module.css'

interface RecurringForm {
  readonly templateId: string
  readonly total: string
  readonly frequency: CommandOf<'recurring-journal.save'>['frequency']
  readonly startsOn: string
  readonly times: string
}
const empty: RecurringForm = { templateId: '', total: '', frequency: 'monthly', startsOn: '', times: '' }

/** A template that is posted again and again from a day on: agreed by two people once. */
export function NewRecurringPage() {
  const { t, i18n } = useTranslation('ledger')
  const { answer: templates = [] } = useAnswer({ type: 'journal-templates' })
  const draft = useDraft<RecurringForm>('new-recurring-journal', empty)
  const template = templates.find(({ templateId }) => templateId === draft.values.templateId)
  const command = template && commandOf(draft, template, i18n.language)
  const operation = useOperation<'recurring-journal.save'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  if (operation.request) return <RequestSent request={operation.request} />
  if (operation.outcome)
    return (
      <PostedPage
        title={t('new-recurring')}
        outcome={operation.outcome}
        effect={operation.shown}
        names={[]}
        onDone={() => replaceWith({ task: 'recurring-journals' })}
      />
    )
  if (!draft.isReady) return null
  return (
    <Page>
      <PageHeader title={t('new-recurring')} subtitle={t('new-recurring-about')} />
      <Columns>
        <Panel>
          <Stack>
            <RestoredNote draft={draft} />
            <RecurringFields draft={draft} templates={templates} template={template} onEnter={step.ask} />
          </Stack>
        </Panel>
        <OperationPanel
          operation={operation}
          step={step}
          names={[]}
          confirmLabel={t('new-recurring')}
          approvable={command}
          summary={template && <p>{template.name}</p>}
          onBackToForm={() => undefined}
        />
      </Columns>
    </Page>
  )
}

interface FieldsProps {
  readonly draft: DraftForm<RecurringForm>
  readonly templates: readonly JournalTemplateAnswer[]
  readonly template: JournalTemplateAnswer | undefined
  readonly onEnter: () => void
}

function RecurringFields({ draft: { values, change }, templates, template, onEnter }: FieldsProps) {
  const { t } = useTranslation('ledger')
  return (
    <>
      <SelectField
        label={t('template')}
        required
        autoFocus
        value={values.templateId}
        onValue={templateId => change({ templateId })}
        options={[
          { value: '', label: t('template-choose'), disabled: true },
          ...templates.map(({ templateId, name }) => ({ value: templateId, label: name })),
        ]}
      />
      {template && asksForTotal(template) && (
        <MoneyField
          label={t('template-total')}
          currency={template.currency}
          text={values.total}
          onText={total => change({ total })}
        />
      )}
      <div className={classes.pair}>
        <SelectField
          label={t('frequency')}
          value={values.frequency}
          onValue={frequency => change({ frequency })}
          options={frequencies.map(value => ({ value, label: t(`frequency-${value}`) }))}
        />
        <DateField label={t('starts-on')} text={values.startsOn} onText={startsOn => change({ startsOn })} required />
      </div>
      <TextField
        label={t('times')}
        hint={t('times-hint')}
        text={values.times}
        onText={times => change({ times: times.replace(/\D/g, '') })}
        inputMode="numeric"
        dir="ltr"
        maxLength={4}
        onEnter={onEnter}
      />
    </>
  )
}

function commandOf(
  { isReady, key, values }: DraftForm<RecurringForm>,
  template: JournalTemplateAnswer,
  locale: string,
) {
  const { templateId, frequency } = values
  const startsOn = readDate(values.startsOn, locale)
  const total = asksForTotal(template) ? parseAmount(values.total, template.currency, locale) : undefined
  if (!isReady || !startsOn || total?.ok === false) return undefined
  return {
    type: 'recurring-journal.save' as const,
    key,
    templateId,
    frequency,
    startsOn,
    ...(total ? { totalMinor: total.value } : {}),
    ...(values.times === '' ? {} : { times: Number(values.times) }),
  }
}
