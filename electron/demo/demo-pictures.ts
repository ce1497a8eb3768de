import fs from 'node:fs/promises'
import path from 'node:path'
import { type BrowserWindow, nativeTheme } from 'electron'

export interface Screen {
  readonly name: string
  /** The window's address of it, such as `#/my-day`. */
  readonly hash: string
  /** What is typed there before the picture, into the field that has the focus. */
  readonly typed?: string
}

/** Takes a picture of every screen, by day and by night (`-dark`), and gives the files. */
export async function takePictures(
  window: BrowserWindow,
  screens: readonly Screen[],
  folder: string,
): Promise<string[]> {
  const files: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    nativeTheme.themeSource = theme
    for (const screen of screens) {
      await show(window, screen)
      const file = path.join(folder, `${screen.name}${theme === 'dark' ? '-dark' : ''}.png`)
      await fs.writeFile(file, (await window.webContents.capturePage()).toPNG())
      files.push(file)
    }
  }
  return files
}

async function show(window: BrowserWindow, { hash, typed }: Screen): Promise<void> {
  await inPage(window, `window.location.hash = ${JSON.stringify(hash)}`)
  await inPage(window, atRest)
  if (typed === undefined) return
  // In place of what is there: a draft of the last picture, perhaps.
  window.webContents.selectAll()
  await window.webContents.insertText(typed)
  await inPage(window, atRest)
}

const inPage = (window: BrowserWindow, script: string): Promise<unknown> => window.webContents.executeJavaScript(script)

/** Resolves when the page has not changed for a while, or after five seconds if it never rests. */
const atRest = `new Promise(resolve => {
  const rest = () => setTimeout(resolve, 500)
  let timer = rest()
  const watch = new MutationObserver(() => {
    clearTimeout(timer)
    timer = rest()
  })
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  setTimeout(resolve, 5000)
}).then(() => document.fonts.ready).then(() => null)`
