import { useTranslation } from 'react-i18next'
import type { AttachmentAnswer } from '../../core/query/journal-answers.ts'
import type { CommandOfType } from '../lib/branch.ts'
import { useCommand } from '../lib/use-command.ts'
import { Action } from '../ui/action.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'
import classes from './attachments.module.css'
import { usePictureAddress } from './client-photo.tsx'

type Paper = CommandOfType<'attachment.save'>['paper']

interface OpenAttachmentProps {
  readonly attachment: AttachmentAnswer | null
  /** How the engine knows it; absent where this person saves none. */
  readonly paper?: Paper
  /** What is said of a PDF that this person does not save. */
  readonly pdfNote?: string
}

/** A paper: a picture is seen here; a PDF is saved for the computer's own reader, as the window's walls let none be drawn inside it. */
export function OpenAttachment({ attachment, paper, pdfNote }: OpenAttachmentProps) {
  const { t } = useTranslation('journal')
  const isPicture = attachment?.mediaType.startsWith('image/') ?? false
  const address = usePictureAddress(isPicture ? attachment : null)
  if (!attachment) return <p className={classes.word}>{t('paper-not-here')}</p>
  return (
    <>
      {isPicture ? (
        address && <img className={classes.picture} src={address} alt={t('paper-picture')} />
      ) : (
        <p className={classes.word}>{paper ? t('paper-saved-first') : pdfNote}</p>
      )}
      {paper && <SaveAttachment paper={paper} />}
    </>
  )
}

/** Into a folder that the person points at, in the system's own dialog, which the engine asks for. */
function SaveAttachment({ paper }: { readonly paper: Paper }) {
  const { t } = useTranslation('journal')
  const saving = useCommand<'attachment.save'>()
  return (
    <>
      <div className={classes.names}>
        <Action isBusy={saving.isBusy} onAct={() => void saving.run({ type: 'attachment.save', paper })}>
          {t('paper-save')}
        </Action>
      </div>
      {saving.refusal && <RefusalNote refusal={saving.refusal} />}
      {saving.answer?.folder && (
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
