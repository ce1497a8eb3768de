import { contextBridge, ipcRenderer } from 'electron'
import { modelChannel, readyChannel } from './paper/document-channels.ts'

/** All that a page to be printed can reach: what to draw, and a bell to ring when it is drawn. */
contextBridge.exposeInMainWorld('printable', {
  model: () => ipcRenderer.sendSync(modelChannel),
  ready: () => ipcRenderer.send(readyChannel),
})
