import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Weekday } from '../../../core/calendar/working-days.ts'
import type { GroupLoansAnswer } from '../../../core/query/group-answers.ts'
import { HitPicker } from '../../counter/hit-picker.tsx'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { useWeekdayOptions } from '../../lib/use-weekday-options.ts'
import { goTo } from '../../routes.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { MemberRow } from './member-row.tsx'

interface GroupDialogProps {
  /** The group that is changed; a new one where it is left out. */
  readonly group?: GroupLoansAnswer
  /** Who is in a new one from the beginning. */
  readonly members: readonly string[]
  readonly onClose: () => void
}

const fewest = 2

/** Who a group is: its name, the day on which it meets, its members. */
export function GroupDialog({ group, members: begun, onClose }: GroupDialogProps) {
  const { t } = useTranslation('groups')
  const weekdays = useWeekdayOptions()
  const { key } = useOperationKey()
  const [name, setName] = useState(group?.name ?? '')
  const [meetsOn, setMeetsOn] = useState<Weekday | ''>(group?.meetsOn ?? '')
  const [members, setMembers] = useState(begun)
  const save = useCommand<'group.form' | 'group.change'>()
  const title = t(group ? 'change' : 'form')
  async function submit(): Promise<void> {
    const said = { key, name: name.trim(), members: [...members], ...(meetsOn ? { meetsOn } : {}) }
    const done = await save.run(
      group ? { type: 'group.change', groupId: group.groupId, ...said } : { type: 'group.form', ...said },
    )
    if (!done.ok) return
    onClose()
    const { groupId } = done.value.created
    if (groupId && !group) goTo({ task: 'group', groupId })
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => void submit()}
      size="lg"
      acts={
        <>
          <Action onAct={onClose}>{t('cancel')}</Action>
          <PrimaryAction keyShown="enter" isBusy={save.isBusy} disabled={name.trim() === '' || members.length < fewest}>
            {title}
          </PrimaryAction>
        </>
      }
    >
      <TextField label={t('name')} text={name} onText={setName} maxLength={80} required autoFocus />
      <SelectField
        label={t('meets-on')}
        hint={t('meets-on-hint')}
        value={meetsOn}
        onValue={setMeetsOn}
        options={[{ value: '', label: t('no-day') }, ...weekdays]}
      />
      {members.map(clientId => (
        <MemberRow
          key={clientId}
          clientId={clientId}
          onRemove={() => setMembers(members.filter(member => member !== clientId))}
        />
      ))}
      <HitPicker
        label={t('add-member')}
        hint={t('add-member-hint')}
        kind="client"
        except={members}
        onPick={clientId => setMembers([...members, clientId])}
      />
      {save.refusal && <RefusalNote refusal={save.refusal} />}
    </Dialog>
  )
}
