import type { BrowserWindow } from 'electron'
import { pageAddress } from './renderer-origin.ts'

const isOvertaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED'

/** Loads the window's page. A load that is overtaken by the next one, such as an early reload, has not failed. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(pageAddress('index.html'))
  } catch (error) {
    if (!isOvertaken(error) && !window.webContents.isCrashed()) throw error
  }
}
