import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../lib/use-command.ts'
import { Action, PrimaryAction } from './action.tsx'
import { Around, place } from './around.tsx'
import { RefusalNote } from './refusal-note.tsx'
import classes from './rescue-action.module.css'
import { TextField } from './text-field.tsx'

interface RescueActionProps {
  readonly isPrimary?: boolean
  readonly autoFocus?: boolean
}

/** Copies the encrypted file and the unsent records into a folder, such as a USB stick. It changes and deletes nothing. */
export function RescueAction({ isPrimary = false, autoFocus = false }: RescueActionProps) {
  const { t } = useTranslation('frame')
  const [folder, setFolder] = useState('')
  const rescue = useCommand<'rescue.save'>()
  const choice = useCommand<'folder.choose'>()
  function submit(event: FormEvent): void {
    event.preventDefault()
    void rescue.run({ type: 'rescue.save', folder: folder.trim() })
  }
  async function choose(): Promise<void> {
    const chosen = await choice.run({ type: 'folder.choose' })
    if (chosen.ok && chosen.value.folder !== null) setFolder(chosen.value.folder)
  }
  const Save = isPrimary ? PrimaryAction : Action
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextField label={t('rescue-folder')} hint={t('rescue-folder-hint')} text={folder} onText={setFolder} dir="ltr" />
      <div className={classes.actions}>
        <Action autoFocus={autoFocus} isBusy={choice.isBusy} onAct={() => void choose()}>
          {t('rescue-choose')}
        </Action>
        <Save isBusy={rescue.isBusy} disabled={folder.trim() === ''}>
          {t('rescue-save')}
        </Save>
      </div>
      {rescue.refusal && <RefusalNote refusal={rescue.refusal} />}
      {rescue.answer && (
        <p className={classes.done} role="status">
          <Around
            sentence={
              rescue.answer.unsentRecords === null
                ? t('rescue-done-unread', { folder: place })
                : t('rescue-done', { count: rescue.answer.unsentRecords, folder: place })
            }
          >
            <bdi dir="ltr">{rescue.answer.folder}</bdi>
          </Around>
        </p>
      )}
    </form>
  )
}
