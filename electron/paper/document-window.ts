import { BrowserWindow, type IpcMainEvent, ipcMain, type NativeImage, type Session, session } from 'electron'
import type { DocumentModel } from '../../core/documents/document-model.ts'
import type { Raster } from '../../core/documents/escpos.ts'
import { isOurs, pageAddress } from '../window/renderer-origin.ts'
import { secureWebPreferences } from '../window/web-preferences.ts'
import { blackAndWhite } from './black-and-white.ts'
import { modelChannel, readyChannel } from './document-channels.ts'

const limitMs = 30_000
const maxHeightDots = 8_000

/** Papers have a session of their own, kept nowhere: in the window's, the size of its text would be theirs too. */
export const paperSession = (): Session => session.fromPartition('paper')

/** The paper as a PDF, in the size that the document's own style asks for (A5 receipt, A4 statement). */
export const renderPdf = (model: DocumentModel): Promise<Uint8Array> =>
  withDocument(model, '', { show: false }, window =>
    window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }),
  )

/** The paper as dots of a thermal printer, for scripts that the printer's own character tables lack. */
export const renderBitmap = (model: DocumentModel, widthDots: number): Promise<Raster> =>
  withDocument(
    model,
    `?widthDots=${widthDots}`,
    { show: false, width: widthDots, height: 10, offscreen: true },
    async window => blackAndWhite(await wholePage(window, widthDots)),
  )

interface Sight {
  readonly show: boolean
  readonly width?: number
  readonly height?: number
  readonly offscreen?: boolean
}

/** Opens a hidden window with the document's page, waits until it says that it is drawn, and lets `use` take it. */
async function withDocument<T>(
  model: DocumentModel,
  query: string,
  { offscreen = false, ...sight }: Sight,
  use: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const own = { session: paperSession(), offscreen, backgroundThrottling: false }
  const webPreferences = { ...secureWebPreferences('document-preload'), ...own }
  const window = new BrowserWindow({ ...sight, useContentSize: true, frame: false, webPreferences })
  try {
    await Promise.all([whenDrawn(window, model), window.loadURL(pageAddress('document.html') + query)])
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => null)')
    return await use(window)
  } finally {
    window.destroy()
  }
}

function whenDrawn(window: BrowserWindow, model: DocumentModel): Promise<void> {
  const isThisPage = ({ sender, senderFrame }: IpcMainEvent) =>
    sender === window.webContents && senderFrame === sender.mainFrame && isOurs(senderFrame.url)
  const giveModel = (event: IpcMainEvent) => {
    if (isThisPage(event)) event.returnValue = model
  }
  ipcMain.on(modelChannel, giveModel)
  window.once('closed', () => ipcMain.off(modelChannel, giveModel))
  return new Promise((resolve, reject) => {
    const hearReady = (event: IpcMainEvent) => isThisPage(event) && resolve()
    const limit = setTimeout(() => reject(new Error('the document was not drawn in time')), limitMs)
    ipcMain.on(readyChannel, hearReady)
    window.once('closed', () => {
      clearTimeout(limit)
      ipcMain.off(readyChannel, hearReady)
    })
  })
}

async function wholePage(window: BrowserWindow, widthDots: number): Promise<NativeImage> {
  const height: unknown = await window.webContents.executeJavaScript('document.documentElement.scrollHeight')
  const heightDots = Math.min(Math.max(1, Math.ceil(Number(height))), maxHeightDots)
  window.setContentSize(widthDots, heightDots)
  return window.webContents.capturePage({ x: 0, y: 0, width: widthDots, height: heightDots })
}
