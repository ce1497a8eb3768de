import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecurringDueAnswer } from '../../../core/query/ledger-answers.ts'
import { EffectPanel } from '../../counter/effect-panel.tsx'
import { useOperation } from '../../counter/use-operation.ts'
import { formatDate } from '../../lib/format-date.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'

interface RunDialogProps {
  readonly due: RecurringDueAnswer
  readonly onClose: () => void
}

/** One due date: what it books, from which day it counts, and the key that posts it. Two people agreed on it before. */
export function RunDialog({ due, onClose }: RunDialogProps) {
  const { t, i18n } = useTranslation('ledger')
  const { key, recurringId, dueOn } = due
  const [valueOn, setValueOn] = useState<'due-date' | 'today'>('due-date')
  const command = { type: 'recurring-journal.run', key, recurringId, dueOn, valueOn } as const
  const operation = useOperation<'recurring-journal.run'>(command, { key, onPosted: onClose })
  return (
    <Dialog
      title={due.name}
      onClose={onClose}
      size="lg"
      onSubmit={() => void operation.post()}
      acts={
        <>
          <Action onAct={onClose}>{t('cancel')}</Action>
          <PrimaryAction keyShown="enter" isBusy={operation.run.isBusy} disabled={operation.isBlocked} autoFocus>
            {t('post-due')}
          </PrimaryAction>
        </>
      }
    >
      <SelectField
        label={t('counts-from')}
        value={valueOn}
        onValue={setValueOn}
        options={[
          { value: 'due-date', label: t('counts-from-due', { date: formatDate(dueOn, i18n.language) }) },
          { value: 'today', label: t('counts-from-today') },
        ]}
      />
      <EffectPanel effect={operation.preview.effect} isSettled={operation.preview.isSettled} />
      {operation.refusal && <RefusalNote refusal={operation.refusal} />}
    </Dialog>
  )
}
