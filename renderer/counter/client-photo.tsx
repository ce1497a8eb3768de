import { useEffect, useState } from 'react'
import { useAnswer } from '../lib/use-answer.ts'
import classes from './client-photo.module.css'

interface ClientPhotoProps {
  readonly clientId: string
  readonly name: string
  readonly size: 'small' | 'large'
}

/** The first letters of the first and the last word, in whatever script. */
const initials = (name: string): string => {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends
    .map(word => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

/** The address of picture bytes for as long as they are shown. */
export function usePictureAddress(
  picture: { readonly mediaType: string; readonly bytes: Uint8Array } | null | undefined,
): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!picture) return setAddress(undefined)
    const made = URL.createObjectURL(new Blob([new Uint8Array(picture.bytes)], { type: picture.mediaType }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [picture])
  return address
}

/** A client's face, so that the teller sees who stands there; the initials where there is no photo. */
export function ClientPhoto({ clientId, name, size }: ClientPhotoProps) {
  const photo = useAnswer({ type: 'client-photo', clientId })
  const address = usePictureAddress(photo.answer)
  return address ? (
    <img className={classes.photo} data-size={size} src={address} alt={name} />
  ) : (
    <span className={classes.photo} data-size={size} aria-hidden>
      {initials(name)}
    </span>
  )
}
