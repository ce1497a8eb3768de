import type { EngineEvent, EnginePort, EngineState, PortReply, PortRequest } from '../../core/engine/port.ts'
import type { Refusal } from '../../core/refusal.ts'
import { type Result, refuse } from '../../core/result.ts'

/** What a MessagePort of the window and one of the main process have in common. */
export interface Wire {
  readonly send: (request: PortRequest) => void
  readonly close: () => void
}

/** The engine's port as code sees it, and what the shell tells about the engine behind it. */
export interface EngineClient {
  readonly port: EnginePort
  readonly attach: (wire: Wire) => void
  readonly receive: (reply: PortReply) => void
  /** The engine is gone: it is being started again, or it stays down. */
  readonly lose: (state: Exclude<EngineState, 'ready'>) => void
}

type Answer = Result<unknown, Refusal>
interface Call {
  readonly request: PortRequest
  readonly answer: (result: Answer) => void
}

/**
 * Speaks to one engine after another. A call that was sent to an engine which then died ends in `outcome-unknown`, with
 * its key if it has one; a call made while no engine is there waits for the next, because it was surely not executed.
 */
export function engineClient(): EngineClient {
  const listeners = new Set<(event: EngineEvent) => void>()
  const sent = new Map<number, Call>()
  const waiting: Call[] = []
  let wire: Wire | null = null
  /** Null until the first engine is there: a start is no restart, and nothing to tell anybody of. */
  let state: EngineState | null = null
  let lastId = 0

  const tell = (event: EngineEvent) => {
    for (const listener of listeners) listener(event)
  }
  const send = (to: Wire, call: Call) => {
    to.send(call.request)
    sent.set(call.request.id, call)
  }
  const call = (kind: PortRequest['kind'], input: unknown): Promise<Answer> =>
    new Promise(answer => {
      const made = { request: { kind, id: ++lastId, input }, answer }
      if (wire) send(wire, made)
      else if (state === 'failed') answer(refuse({ type: 'engine-failed' }))
      else waiting.push(made)
    })
  const loseSent = () => {
    for (const { request, answer } of sent.values()) answer(refuse(outcomeUnknown(request.input)))
    sent.clear()
  }
  const enter = (next: EngineState) => {
    state = next
    tell({ type: 'engine', state: next })
  }

  return {
    port: {
      execute: command => call('execute', command) as never,
      query: query => call('query', query) as never,
      subscribe: listener => {
        listeners.add(listener)
        if (state !== null) listener({ type: 'engine', state })
        return () => listeners.delete(listener)
      },
    },
    attach: next => {
      wire?.close()
      loseSent()
      wire = next
      for (const made of waiting.splice(0)) send(next, made)
      enter('ready')
    },
    receive: reply => {
      if (reply.kind === 'event') return tell(reply.event)
      sent.get(reply.id)?.answer(reply.result)
      sent.delete(reply.id)
    },
    lose: next => {
      wire?.close()
      wire = null
      loseSent()
      if (next === 'failed') for (const { answer } of waiting.splice(0)) answer(refuse({ type: 'engine-failed' }))
      enter(next)
    },
  }
}

function outcomeUnknown(input: unknown): Refusal {
  const key = typeof input === 'object' && input !== null && 'key' in input ? input.key : undefined
  return typeof key === 'string' ? { type: 'outcome-unknown', key } : { type: 'outcome-unknown' }
}
