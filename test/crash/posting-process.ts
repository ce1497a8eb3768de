import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import type { EngineOrder, PostingOrder } from './posting-order.ts'

/** What the process said of one deposit: `posted` or `again` with the record's number, or `refused` with the reason. */
export interface Said {
  readonly place: number
  readonly word: string
  readonly rest: string
}

/** The posting process as its parent sees it. */
export interface PostingProcess<Order> {
  readonly ready: Promise<void>
  /** Gives the order and collects what is said until `enough` says so or the order is done. */
  readonly post: (order: Order, enough: (said: readonly Said[]) => boolean) => Promise<readonly Said[]>
  /** SIGKILL; resolves with everything that was said before the process died. */
  readonly kill: () => Promise<readonly Said[]>
}

/** Starts the process, optionally through a shell that limits it first, such as `ulimit -f 400`. */
export const startPosting = (cacheFolder: string, limit?: string): PostingProcess<PostingOrder> =>
  startChild('posting-child.ts', cacheFolder, limit)

/** The process with the whole engine; it says `signed-in` before it posts. */
export const startEngineProcess = (cacheFolder: string): PostingProcess<EngineOrder> =>
  startChild('engine-child.ts', cacheFolder)

function startChild<Order>(name: string, cacheFolder: string, limit?: string): PostingProcess<Order> {
  const program = path.join(import.meta.dirname, name)
  const env = { ...process.env, NODE_COMPILE_CACHE: cacheFolder }
  const run = limit ? `${limit}; exec "$0" "$1"` : 'exec "$0" "$1"'
  const child = spawn('/bin/sh', ['-c', run, process.execPath, program], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const said: Said[] = []
  const heard = listen(lines, said)
  return {
    ready: heard.until(() => heard.isReady()),
    post: async (order, enough) => {
      child.stdin.write(`${JSON.stringify(order)}\n`)
      await heard.until(() => heard.isDone() || enough(said))
      return said
    },
    kill: async () => {
      await Promise.all([closed(child), once(lines, 'close'), child.kill('SIGKILL')])
      return said
    },
  }
}

const closed = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

function listen(lines: Interface, said: Said[]) {
  let isReady = false
  let isDone = false
  let wake = (): void => undefined
  lines.on('line', line => {
    const [first = '', word = '', rest = ''] = line.split(' ')
    if (first === 'ready') isReady = true
    else if (first === 'done') isDone = true
    else said.push({ place: Number(first), word, rest })
    wake()
  })
  lines.on('close', () => wake())
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds())
      await new Promise<void>(resolve => {
        wake = resolve
      })
  }
  return { isReady: () => isReady, isDone: () => isDone, until }
}
