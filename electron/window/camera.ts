import { pageAddress } from './renderer-origin.ts'

/** What a page asks for, in the words of Electron's handlers, of which one names a list of media and the other a single one. */
export interface PermissionAsked {
  readonly permission: string
  readonly isMainFrame: boolean
  /** The address of the frame that asks. */
  readonly requestingUrl: string | undefined
  readonly media: readonly (string | undefined)[] | undefined
}

/**
 * The one permission that is ever given: the camera's picture, without sound, for the client's photo, to our own page in the top frame of
 * a window. Capturing the screen asks for `media` too, but names no medium.
 */
export const isOurCamera = ({ permission, isMainFrame, requestingUrl, media }: PermissionAsked): boolean =>
  permission === 'media' &&
  isMainFrame &&
  requestingUrl?.replace(/#.*$/, '') === pageAddress('index.html') &&
  media?.length === 1 &&
  media[0] === 'video'
