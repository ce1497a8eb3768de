import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordRef } from '../../../core/journal/record.ts'
import type { PostJournal } from '../../../core/manual-journals/journal-commands.ts'
import { HeldAttachments } from '../../counter/attachments.tsx'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { PapersField } from '../../counter/papers-field.tsx'
import { RequestSent } from '../../counter/request-sent.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useSession } from '../../lib/session.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { replaceWith } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { emptyForm, type JournalForm, journalIn } from './journal-form.ts'
import { JournalHead } from './journal-head.tsx'
import { LineTable } from './line-table.tsx'
import classes from './post-journal.module.css'
import { SaveTemplateDialog } from './save-template-dialog.tsx'

/** A journal by hand: its lines from the keyboard, what they come to, the paper behind it, and the two people it takes. */
export function PostJournalPage() {
  const { t, i18n } = useTranslation('ledger')
  const currency = useSession().answer?.institution?.currency ?? 'USD'
  const draft = useDraft<JournalForm>('post-journal', emptyForm(currency))
  const [papers, setPapers] = useState<readonly Uint8Array<ArrayBuffer>[]>([])
  const [isSaving, setSaving] = useState(false)
  const journal = draft.isReady ? journalIn(draft.values, i18n.language) : undefined
  const previewed = journal && { ...journal, key: draft.key }
  const command = previewed && { ...previewed, ...(papers.length > 0 ? { attachments: [...papers] } : {}) }
  const operation = useOperation<'journal.post'>(command, { ...draft, previewed, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  if (operation.request) return <RequestSent request={operation.request} />
  if (operation.outcome) return <Posted record={operation.outcome.record} />
  if (!draft.isReady) return null
  const lines = (
    <LineTable lines={draft.values.lines} onLines={next => draft.change({ lines: next })} onDone={step.ask} />
  )
  return (
    <Page>
      <PageHeader
        title={t('post-journal-title')}
        subtitle={t('post-journal-about')}
        actions={
          <Action disabled={journal === undefined || !isInOneCurrency(journal)} onAct={() => setSaving(true)}>
            {t('save-template')}
          </Action>
        }
      />
      <RestoredNote draft={draft} />
      <Panel>
        <JournalHead form={draft.values} onChange={draft.change} />
      </Panel>
      <Panel flush>{lines}</Panel>
      <div className={classes.foot}>
        <Panel>
          <Stack>
            <TextField
              label={t('note')}
              hint={t('note-hint')}
              text={draft.values.note}
              onText={note => draft.change({ note })}
              maxLength={500}
              onEnter={step.ask}
            />
            <PapersField hint={t('attach-hint')} papers={papers} onPapers={setPapers} />
          </Stack>
        </Panel>
        <OperationPanel
          operation={operation}
          step={step}
          names={[]}
          confirmLabel={t('post-journal')}
          approvable={command}
          summary={<HeldAttachments contents={papers} />}
          onBackToForm={() => undefined}
        />
      </div>
      {isSaving && journal && <SaveTemplateDialog journal={journal} onClose={() => setSaving(false)} />}
    </Page>
  )
}

const isInOneCurrency = ({ lines }: Pick<PostJournal, 'lines'>): boolean =>
  new Set(lines.map(({ currency }) => currency)).size === 1

/** The record itself says all: its entry, who signed, and how it is undone. */
function Posted({ record }: { readonly record: RecordRef }) {
  const { log, seq } = record
  useEffect(() => replaceWith({ task: 'record', record: { log, seq } }), [log, seq])
  return null
}
