import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** A further branch: its code, which stands in the numbers of its clients and accounts and never changes, and its name. */
export function OpenBranchDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('frame')
  const { key } = useOperationKey()
  const [typed, setTyped] = useState({ code: '', name: '' })
  const open = useCommand<'branch.open'>()
  const change = (part: Partial<typeof typed>): void => {
    open.forget()
    setTyped({ ...typed, ...part })
  }
  const code = typed.code.trim()
  const name = typed.name.trim()
  async function submit(): Promise<void> {
    const result = await open.run({ type: 'branch.open', key, code, name })
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={t('branch-open')}
      onClose={onClose}
      onSubmit={() => void submit()}
      acts={
        <>
          <Action onAct={onClose}>{t('cancel')}</Action>
          <PrimaryAction keyShown="enter" isBusy={open.isBusy} disabled={code === '' || name === ''}>
            {t('branch-open')}
          </PrimaryAction>
        </>
      }
    >
      <p>{t('branch-open-about')}</p>
      <TextField
        label={t('branch-code')}
        hint={t('branch-code-hint')}
        text={typed.code}
        onText={text => change({ code: text })}
        inputMode="numeric"
        maxLength={3}
        dir="ltr"
        required
        autoFocus
      />
      <TextField
        label={t('column-name')}
        text={typed.name}
        onText={text => change({ name: text })}
        maxLength={80}
        required
      />
      {open.refusal && <RefusalNote refusal={open.refusal} />}
    </Dialog>
  )
}
