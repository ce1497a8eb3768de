import { app, type WebPreferences } from 'electron'
import { builtFile } from '../built-file.ts'

/** Every window is made with these, so that there is one place to read what a page can reach: its preload's functions. */
export function secureWebPreferences(preload: 'preload' | 'document-preload'): Readonly<WebPreferences> {
  return Object.freeze({
    preload: builtFile('preload', `${preload}.cjs`),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    // The spelling dictionary would be fetched from the network, and what officers type is nobody's business.
    spellcheck: false,
    devTools: !app.isPackaged,
  })
}
