import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/use-command.ts'
import { Action } from '../../ui/action.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import classes from './import.module.css'

/** The whole list as CSV, in a folder that the person points at. */
export function SaveResults({ batch }: { readonly batch: string }) {
  const { t } = useTranslation('import')
  const choice = useCommand<'folder.choose'>()
  const saving = useCommand<'bulk.save-results'>()
  async function save(): Promise<void> {
    const chosen = await choice.run({ type: 'folder.choose' })
    if (!chosen.ok || chosen.value.folder === null) return
    await saving.run({ type: 'bulk.save-results', batch, folder: chosen.value.folder })
  }
  return (
    <div className={classes.part}>
      <div className={classes.actions}>
        <Action isBusy={choice.isBusy || saving.isBusy} onAct={() => void save()}>
          {t('save-results')}
        </Action>
      </div>
      {choice.refusal && <RefusalNote refusal={choice.refusal} />}
      {saving.refusal && <RefusalNote refusal={saving.refusal} />}
      {saving.answer && (
        <p className={classes.text} role="status">
          {t('saved')}{' '}
          <bdi dir="ltr" data-selectable>
            {saving.answer.folder}
          </bdi>
        </p>
      )}
    </div>
  )
}
