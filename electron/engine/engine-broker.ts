import { ipcMain, type WebContents, type WebFrameMain } from 'electron'
import type { EngineState } from '../../core/engine/port.ts'
import type { Log } from '../log.ts'
import { isOurs } from '../window/renderer-origin.ts'
import { connectChannel, stateChannel } from './engine-channels.ts'
import type { EngineSupervisor } from './engine-supervisor.ts'

/**
 * Brings the window and the engine together and then keeps out of the way. Each load of the window asks once, from its
 * top frame; it is told of every engine that comes and goes, with a new port to each that comes.
 */
export function brokerEngine(engine: EngineSupervisor, contents: WebContents, log: Log): void {
  let isConnected = false
  const tell = (state: EngineState) => {
    if (!isConnected || contents.isDestroyed()) return
    const port = engine.newPort()
    contents.postMessage(stateChannel, state, port ? [port] : [])
  }
  contents.on('did-start-navigation', details => {
    if (details.isMainFrame && !details.isSameDocument) isConnected = false
  })
  ipcMain.on(connectChannel, ({ sender, senderFrame }) => {
    if (sender !== contents || isConnected || !isTopPage(contents, senderFrame)) return log('connect-refused')
    isConnected = true
    const state = engine.state()
    if (state !== null) tell(state)
  })
  engine.onState(tell)
}

function isTopPage(contents: WebContents, frame: WebFrameMain | null): boolean {
  return frame !== null && frame === contents.mainFrame && isOurs(frame.url)
}
