import { IconCamera, IconPhotoUp, IconTrash } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientAnswer } from '../../../core/query/client-answers.ts'
import { ClientPhoto, usePictureAddress } from '../../counter/client-photo.tsx'
import { type Photo, scalePhoto } from '../../lib/scale-photo.ts'
import { Action, QuietAction } from '../../ui/action.tsx'
import { CameraBox } from './camera-box.tsx'
import classes from './photo-field.module.css'
import { photoToText, textToPhoto } from './photo-text.ts'

interface PhotoFieldProps {
  /** The picture as text, or empty. */
  readonly photo: string
  readonly onPhoto: (photo: string) => void
  readonly client: ClientAnswer | undefined
}

/** A face for the file: from the camera, or from a picture on the disk where there is no camera or it is not allowed. */
export function PhotoField({ photo, onPhoto, client }: PhotoFieldProps) {
  const { t } = useTranslation('clients')
  const chooser = useRef<HTMLInputElement>(null)
  const [isCameraOn, setIsCameraOn] = useState(false)
  const [problem, setProblem] = useState<string>()
  function take(picture: Photo | null): void {
    setIsCameraOn(false)
    setProblem(picture ? undefined : t('photo-unreadable'))
    if (picture) onPhoto(photoToText(picture))
  }
  const choose = (): void => chooser.current?.click()
  function withoutCamera(): void {
    setIsCameraOn(false)
    setProblem(t('camera-denied'))
  }
  return (
    <fieldset className={classes.field} aria-label={t('photo')}>
      {isCameraOn ? (
        <CameraBox onPhoto={take} onDenied={withoutCamera} onCancel={() => setIsCameraOn(false)} />
      ) : (
        <>
          <Picture photo={photo} client={client} />
          <div className={classes.actions}>
            <Action icon={<IconCamera size={16} />} onAct={() => setIsCameraOn(true)}>
              {t('camera')}
            </Action>
            <Action icon={<IconPhotoUp size={16} />} onAct={choose}>
              {t('photo-file')}
            </Action>
            {photo !== '' && (
              <QuietAction icon={<IconTrash size={16} />} onAct={() => onPhoto('')}>
                {t('photo-remove')}
              </QuietAction>
            )}
          </div>
        </>
      )}
      {problem && (
        <p className={classes.problem} role="status">
          {problem}
        </p>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept="image/jpeg,image/png,image/webp"
        aria-label={t('photo-file')}
        onChange={event => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) void scalePhoto(file).then(take)
        }}
      />
    </fieldset>
  )
}

function Picture({ photo, client }: { readonly photo: string; readonly client: ClientAnswer | undefined }) {
  const { t } = useTranslation('clients')
  const picture = useMemo(() => textToPhoto(photo), [photo])
  const address = usePictureAddress(picture)
  if (address) return <img className={classes.picture} src={address} alt={t('photo')} />
  if (client?.hasPhoto) return <ClientPhoto clientId={client.clientId} name={client.name} size="large" />
  return <div className={classes.none}>{t('photo-none')}</div>
}
