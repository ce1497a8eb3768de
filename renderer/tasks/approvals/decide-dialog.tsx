import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../../core/command/outcome.ts'
import type { ApprovalAnswer } from '../../../core/query/journal-answers.ts'
import { StoredAttachments } from '../../counter/attachments.tsx'
import { EffectPanel } from '../../counter/effect-panel.tsx'
import { Facts } from '../../counter/facts.tsx'
import { usePreview } from '../../counter/use-preview.ts'
import { formatMoment } from '../../lib/format-date.ts'
import { usePermission } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Money } from '../../ui/money.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useCommandWord } from './command-words.ts'
import classes from './decide-dialog.module.css'
import { RequestFacts } from './request-facts.tsx'

/** What was decided, and the record that it made. */
export interface Decided {
  readonly decision: 'approve' | 'decline'
  readonly outcome: Outcome
}

interface DecideDialogProps {
  readonly request: ApprovalAnswer
  readonly onClose: () => void
  readonly onDecided: (decided: Decided) => void
}

/** One request, with all that is needed to decide it. Declining needs a word of why. */
export function DecideDialog({ request, onClose, onDecided }: DecideDialogProps) {
  const { t, i18n } = useTranslation('frame')
  const wordOf = useCommandWord()
  const mayAudit = usePermission('audit')
  const { key } = useOperationKey()
  const [note, setNote] = useState('')
  const decide = useCommand<'approval.decide'>()
  const approving = { type: 'approval.decide', key, request: request.request, decision: 'approve' } as const
  const preview = usePreview(request.mayDecide ? approving : undefined)
  async function run(decision: 'approve' | 'decline'): Promise<void> {
    const result = await decide.run({ ...approving, decision, ...(note.trim() ? { note: note.trim() } : {}) })
    if (result.ok) onDecided({ decision, outcome: result.value })
  }
  const refusal = decide.refusal ?? preview.refusal
  return (
    <Dialog
      title={wordOf(request.command.type)}
      onClose={onClose}
      size="lg"
      acts={
        <>
          <Action
            tone="wrong"
            disabled={!request.mayDecide || note.trim() === ''}
            isBusy={decide.isBusy}
            onAct={() => void run('decline')}
          >
            {t('decline')}
          </Action>
          <PrimaryAction
            shortcut="mod+enter"
            disabled={!preview.isAllowed}
            isBusy={decide.isBusy}
            onAct={() => void run('approve')}
          >
            {t('approve')}
          </PrimaryAction>
        </>
      }
    >
      <Facts
        facts={[
          [
            t('column-amount'),
            <Money key="amount" strong amountMinor={request.amountMinor} currency={request.currency} />,
          ],
          [t('column-who'), <bdi key="subject">{request.subject}</bdi>],
          [t('column-asked-by'), <bdi key="by">{request.requestedBy}</bdi>],
          [t('column-asked-at'), formatMoment(request.requestedAt, i18n.language)],
          [t('asked-because'), request.note && <bdi key="note">{request.note}</bdi>],
        ]}
      />
      {mayAudit && <StoredAttachments record={request.request} attachments={request.attachments} />}
      <RequestFacts command={request.command} effect={preview.effect} />
      <EffectPanel effect={preview.effect} isSettled={preview.isSettled} />
      {refusal && <RefusalNote refusal={refusal} />}
      {request.mayDecide ? (
        <TextField
          label={t('decision-note')}
          hint={t('decision-note-hint')}
          text={note}
          onText={setNote}
          maxLength={500}
          autoFocus
        />
      ) : (
        <p className={classes.other}>{t('decide-other-hint')}</p>
      )}
    </Dialog>
  )
}
