import type { MessagePortMain } from 'electron'
import type { Engine } from '../../core/engine/engine.ts'
import type { PortReply, PortRequest } from '../../core/engine/port.ts'

/**
 * Serves the engine at one end of a port until the other end is gone. What comes in is parsed by the engine; here only
 * its envelope is looked at, and what is no request is not answered.
 */
export function servePort(engine: Engine, port: MessagePortMain): void {
  const send = (reply: PortReply) => port.postMessage(reply)
  const stop = engine.subscribe(event => send({ kind: 'event', event }))
  port.on('message', ({ data }: { data: unknown }) => {
    if (!isRequest(data)) return
    const { kind, id, input } = data
    void (kind === 'execute' ? engine.execute(input) : engine.query(input)).then(result =>
      send({ kind: 'answer', id, result }),
    )
  })
  port.on('close', stop)
  port.start()
}

const isRequest = (data: unknown): data is PortRequest =>
  typeof data === 'object' &&
  data !== null &&
  'kind' in data &&
  (data.kind === 'execute' || data.kind === 'query') &&
  'id' in data &&
  typeof data.id === 'number' &&
  'input' in data
