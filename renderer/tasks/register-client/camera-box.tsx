import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Photo, photoOfVideo } from '../../lib/scale-photo.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import classes from './photo-field.module.css'

interface CameraBoxProps {
  readonly onPhoto: (photo: Photo | null) => void
  readonly onDenied: () => void
  readonly onCancel: () => void
}

/** The camera's picture while it is on; it goes off with the box. */
export function CameraBox({ onPhoto, onDenied, onCancel }: CameraBoxProps) {
  const { t } = useTranslation('clients')
  const video = useRef<HTMLVideoElement>(null)
  const [isReady, setIsReady] = useState(false)
  const denied = useRef(onDenied)
  useEffect(() => {
    let stream: MediaStream | undefined
    let isGone = false
    function stop(): void {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    // Inside a then, so that a window without any camera interface is refused like one that is not allowed to use it.
    Promise.resolve()
      .then(() => navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } }))
      .then(given => {
        stream = given
        if (isGone) return stop()
        if (video.current) video.current.srcObject = given
      })
      .catch(() => !isGone && denied.current())
    return () => {
      isGone = true
      stop()
    }
  }, [])
  const take = (): void => {
    if (video.current) void photoOfVideo(video.current).then(onPhoto)
  }
  return (
    <>
      <video ref={video} className={classes.picture} autoPlay muted playsInline onLoadedData={() => setIsReady(true)} />
      <div className={classes.actions}>
        <PrimaryAction onAct={take} disabled={!isReady} autoFocus>
          {t('camera-take')}
        </PrimaryAction>
        <Action onAct={onCancel}>{t('cancel')}</Action>
      </div>
    </>
  )
}
