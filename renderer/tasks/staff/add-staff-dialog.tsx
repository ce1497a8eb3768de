import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../core/authority/roles.ts'
import { passphraseMin } from '../../lib/passphrase-min.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { RoleField } from '../../ui/role-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { BranchField } from './branch-field.tsx'

const nobody = { code: '', name: '', role: 'teller' as Role, branchId: '', passphrase: '' }

/** A new colleague: their name, what they may do, and a first passphrase that they change when they sign in. */
export function AddStaffDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('frame')
  const { key } = useOperationKey()
  const [person, setPerson] = useState(nobody)
  const add = useCommand<'staff.add'>()
  const change = (part: Partial<typeof nobody>): void => {
    add.forget()
    setPerson({ ...person, ...part })
  }
  async function submit(): Promise<void> {
    const { branchId, ...rest } = person
    const result = await add.run({
      type: 'staff.add',
      key,
      ...rest,
      ...(branchId === '' ? {} : { branchId }),
      name: person.name.trim(),
      code: person.code.trim().toUpperCase(),
    })
    if (result.ok) onClose()
  }
  const isReady =
    person.name.trim() !== '' && person.code.trim().length >= 2 && person.passphrase.length >= passphraseMin
  return (
    <Dialog
      title={t('staff-add')}
      onClose={onClose}
      onSubmit={() => void submit()}
      acts={
        <>
          <Action onAct={onClose}>{t('cancel')}</Action>
          <PrimaryAction keyShown="enter" isBusy={add.isBusy} disabled={!isReady}>
            {t('staff-add')}
          </PrimaryAction>
        </>
      }
    >
      <TextField
        label={t('column-name')}
        text={person.name}
        onText={name => change({ name })}
        maxLength={80}
        required
        autoFocus
      />
      <TextField
        label={t('staff-code')}
        hint={t('staff-code-hint')}
        text={person.code}
        onText={code => change({ code: code.toUpperCase() })}
        maxLength={12}
        dir="ltr"
        required
      />
      <RoleField value={person.role} onValue={role => change({ role })} />
      <BranchField branchId={person.branchId} onBranch={branchId => change({ branchId })} />
      <TextField
        label={t('passphrase-first')}
        hint={t('passphrase-hint')}
        text={person.passphrase}
        onText={passphrase => change({ passphrase })}
        secret
        required
      />
      {add.refusal && <RefusalNote refusal={add.refusal} />}
    </Dialog>
  )
}
