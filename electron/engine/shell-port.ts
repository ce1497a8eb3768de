import { present } from '../../core/assert.ts'
import type { FromEngine, ShellAnswers, ShellCall, ToEngine } from './shell-calls.ts'

/** Asks the main process for what only it can do. */
export interface ShellPort {
  readonly ask: <C extends ShellCall>(call: C) => Promise<ShellAnswers[C['type']]>
  readonly receive: (message: Extract<ToEngine, { kind: 'answer' | 'failed' }>) => void
}

interface Asked {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

export function shellPort(send: (message: FromEngine) => void): ShellPort {
  const asked = new Map<number, Asked>()
  let lastId = 0
  return {
    ask: call =>
      new Promise((resolve, reject) => {
        asked.set(++lastId, { resolve, reject })
        send({ kind: 'call', id: lastId, call })
      }),
    receive: message => {
      const { resolve, reject } = present(asked.get(message.id), 'the shell answers each call once')
      asked.delete(message.id)
      if (message.kind === 'answer') resolve(message.answer as never)
      else reject(new Error('the main process could not do it'))
    },
  }
}
