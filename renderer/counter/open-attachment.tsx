import { useTranslation } from 'react-i18next'
import type { AttachmentAnswer } from '../../core/query/journal-answers.ts'
import { useCommand } from '../lib/use-command.ts'
import { Action } from '../ui/action.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import classes from './attachments.module.css'
import { usePictureAddress } from './client-photo.tsx'

/** A paper: a picture is seen here; a PDF is saved for the computer's own reader, as the window's walls let none be drawn inside it. */
export function OpenAttachment({ attachment }: { readonly attachment: AttachmentAnswer | null }) {
  const { t } = useTranslation('journal')
  const isPicture = attachment?.mediaType.startsWith('image/') ?? false
  const address = usePictureAddress(isPicture ? attachment : null)
  if (!attachment) return <p className={classes.word}>{t('paper-not-here')}</p>
  return (
    <>
      {isPicture ? (
        address && <img className={classes.picture} src={address} alt={t('paper-picture')} />
      ) : (
        <p className={classes.word}>{t('paper-saved-first')}</p>
      )}
      <SaveAttachment content={attachment.bytes} />
    </>
  )
}

/** Into a folder that the person points at, in the system's own dialog. */
function SaveAttachment({ content }: { readonly content: Uint8Array }) {
  const { t } = useTranslation('journal')
  const choice = useCommand<'folder.choose'>()
  const saving = useCommand<'attachment.save'>()
  async function save(): Promise<void> {
    const chosen = await choice.run({ type: 'folder.choose' })
    if (!chosen.ok || chosen.value.folder === null) return
    await saving.run({ type: 'attachment.save', content: new Uint8Array(content), folder: chosen.value.folder })
  }
  return (
    <>
      <div className={classes.names}>
        <Action isBusy={choice.isBusy || saving.isBusy} onAct={() => void save()}>
          {t('paper-save')}
        </Action>
      </div>
      {choice.refusal && <RefusalNote refusal={choice.refusal} />}
      {saving.refusal && <RefusalNote refusal={saving.refusal} />}
      {saving.answer && (
        <p className={classes.word} role="status">
          {t('paper-saved')}{' '}
          <bdi dir="ltr" data-selectable>
            {saving.answer.folder}
          </bdi>
        </p>
      )}
    </>
  )
}
