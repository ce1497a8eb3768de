import type { Photo } from '../../lib/scale-photo.ts'

const chunk = 8192

/** The picture as text, for the draft. */
export function photoToText({ bytes }: Photo): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += chunk)
    text += String.fromCharCode(...bytes.subarray(start, start + chunk))
  return btoa(text)
}

export function textToPhoto(text: string): Photo | undefined {
  if (text === '') return undefined
  return { mediaType: 'image/jpeg', bytes: Uint8Array.from(atob(text), char => char.charCodeAt(0)) }
}
