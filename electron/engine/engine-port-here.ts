import type { EnginePort, EngineState, PortReply } from '../../core/engine/port.ts'
import { engineClient } from './engine-client.ts'
import type { EngineSupervisor } from './engine-supervisor.ts'

/** The engine's port for the main process itself: the very port that the window has, through the same client. */
export function enginePortHere(engine: EngineSupervisor): EnginePort {
  const client = engineClient()
  const follow = (state: EngineState) => {
    const port = engine.newPort()
    if (port === null) return client.lose(state === 'failed' ? 'failed' : 'restarting')
    port.on('message', ({ data }: { data: PortReply }) => client.receive(data))
    port.start()
    client.attach({ send: request => port.postMessage(request), close: () => port.close() })
  }
  engine.onState(follow)
  const state = engine.state()
  if (state !== null) follow(state)
  return client.port
}
