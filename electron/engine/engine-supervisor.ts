import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { EngineState } from '../../core/engine/port.ts'
import { builtFile } from '../built-file.ts'
import type { Log } from '../log.ts'
import { afterDeath } from './restart-policy.ts'
import type { EngineStart, FromEngine, ShellAnswers, ShellCall, ToEngine } from './shell-calls.ts'

export type AnswerCall = (call: ShellCall) => Promise<ShellAnswers[ShellCall['type']]>

export interface EngineSupervisor {
  readonly start: () => void
  /** A new port to the engine that runs now, or null while none does. */
  readonly newPort: () => MessagePortMain | null
  /** Null until the first engine is ready. */
  readonly state: () => EngineState | null
  readonly onState: (listener: (state: EngineState) => void) => void
  readonly lock: () => void
  /** Lets the engine close its file, and resolves when the process is gone. */
  readonly stop: () => Promise<void>
  readonly pid: () => number | undefined
}

const stopLimitMs = 5_000

export interface SupervisorOptions {
  readonly start: EngineStart
  readonly environment: Record<string, string>
  readonly answer: AnswerCall
  readonly log: Log
}

/** Keeps one engine process running: starts it, starts it again when it dies, and gives it up when it keeps dying. */
export function superviseEngine({ start, environment, answer, log }: SupervisorOptions): EngineSupervisor {
  const listeners: ((state: EngineState) => void)[] = []
  let engine: UtilityProcess | null = null
  let state: EngineState | null = null
  let deathsMs: readonly number[] = []
  let stopped: (() => void) | null = null

  const enter = (next: EngineState) => {
    state = next
    log('engine-state', { state: next })
    for (const listener of listeners) listener(next)
  }
  const send = (message: ToEngine, ports: MessagePortMain[] = []) => engine?.postMessage(message, ports)
  const fork = () => {
    engine = utilityProcess.fork(builtFile('main', 'engine-process.js'), [JSON.stringify(start)], {
      serviceName: 'Nexum Branch engine',
      stdio: 'inherit',
      env: environment,
    })
    engine.on('message', (message: FromEngine) => receive(message))
    engine.on('exit', code => afterExit(code))
  }
  const receive = (message: FromEngine) => {
    if (message.kind === 'ready') return enter('ready')
    answer(message.call).then(
      value => send({ kind: 'answer', id: message.id, answer: value }),
      () => send({ kind: 'failed', id: message.id }),
    )
  }
  const afterExit = (exitCode: number) => {
    engine = null
    log('engine-exit', { exitCode })
    if (stopped) return stopped()
    const next = afterDeath(deathsMs, performance.now())
    deathsMs = next.deathsMs
    if (next.restartInMs === null) return enter('failed')
    enter('restarting')
    setTimeout(() => !stopped && fork(), next.restartInMs)
  }

  return {
    start: fork,
    newPort: () => {
      if (state !== 'ready') return null
      const { port1, port2 } = new MessageChannelMain()
      send({ kind: 'port' }, [port1])
      return port2
    },
    state: () => state,
    onState: listener => listeners.push(listener),
    lock: () => send({ kind: 'lock' }),
    stop: async () => {
      const gone = new Promise<void>(resolve => {
        stopped = resolve
      })
      const last = engine
      if (last === null) return
      send({ kind: 'close' })
      const limit = setTimeout(() => last.kill(), stopLimitMs)
      await gone
      clearTimeout(limit)
    },
    pid: () => engine?.pid,
  }
}
