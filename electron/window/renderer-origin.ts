import { app } from 'electron'
import { appOrigin, isOfOrigin, originOf } from './app-address.ts'

/** While developing, `electron-vite dev` serves the window with hot reloading; no other address is ever taken from outside. */
export const devServerOrigin = app.isPackaged ? null : localOrigin(process.env.ELECTRON_RENDERER_URL)

/** Where the window's pages come from. */
export const rendererOrigin = devServerOrigin ?? appOrigin

export const pageAddress = (page: 'index.html' | 'document.html'): string => `${rendererOrigin}/${page}`

export const isOurs = (address: string): boolean => isOfOrigin(address, rendererOrigin)

function localOrigin(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null
  const url = new URL(address)
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1' || url.hostname === '[::1]'
  return isLocal && url.protocol === 'http:' ? originOf(url) : null
}
