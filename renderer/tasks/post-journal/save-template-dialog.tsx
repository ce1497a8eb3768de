import { Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandOf } from '../../../core/command/command.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface SaveTemplateDialogProps {
  readonly journal: Omit<CommandOf<'journal.post'>, 'key'>
  readonly onClose: () => void
}

/** The journal as it stands becomes a template: its accounts and sides, with the amounts or without. */
export function SaveTemplateDialog({ journal, onClose }: SaveTemplateDialogProps) {
  const { t } = useTranslation('ledger')
  const { key } = useOperationKey()
  const [name, setName] = useState('')
  const [withAmounts, setWithAmounts] = useState(true)
  const save = useCommand<'journal-template.save'>()
  const { purpose, lines } = journal
  async function submit(): Promise<void> {
    const result = await save.run({
      type: 'journal-template.save',
      key,
      name: name.trim(),
      purpose,
      currency: lines[0]?.currency ?? 'USD',
      lines: lines.map(({ account, side, amountMinor }) => ({
        account,
        side,
        ...(withAmounts ? { amountMinor } : {}),
      })),
    })
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={t('save-template')}
      onClose={onClose}
      onSubmit={() => void submit()}
      acts={
        <>
          <Action onAct={onClose}>{t('cancel')}</Action>
          <PrimaryAction keyShown="enter" isBusy={save.isBusy} disabled={name.trim() === ''}>
            {t('save-template')}
          </PrimaryAction>
        </>
      }
    >
      <TextField
        label={t('template-name')}
        text={name}
        onText={text => {
          save.forget()
          setName(text)
        }}
        maxLength={80}
        required
        autoFocus
      />
      <Switch
        label={t('template-amounts')}
        checked={withAmounts}
        onChange={event => setWithAmounts(event.currentTarget.checked)}
      />
      {save.refusal && <RefusalNote refusal={save.refusal} />}
    </Dialog>
  )
}
