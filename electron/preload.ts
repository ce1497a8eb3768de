import { contextBridge, ipcRenderer } from 'electron'
import type { EngineState, PortReply } from '../core/engine/port.ts'
import { connectChannel, stateChannel } from './engine/engine-channels.ts'
import { engineClient } from './engine/engine-client.ts'

const client = engineClient()

ipcRenderer.on(stateChannel, ({ ports: [port] }, state: EngineState) => {
  if (port === undefined || state !== 'ready') return client.lose(state === 'failed' ? 'failed' : 'restarting')
  port.onmessage = ({ data }: MessageEvent<PortReply>) => client.receive(data)
  client.attach({ send: request => port.postMessage(request), close: () => port.close() })
})
ipcRenderer.send(connectChannel)

/** All that the window can reach outside itself. */
contextBridge.exposeInMainWorld('branch', {
  execute: client.port.execute,
  query: client.port.query,
  subscribe: client.port.subscribe,
})
