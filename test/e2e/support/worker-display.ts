import { spawn } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'
import { present } from '../../../core/assert.ts'
import { virtualDisplayVariable, virtualScreen } from '../../../electron/runtime/virtual-screen.ts'

/** Two windows on one display steal each other's focus: more than one worker only where each can have a display that nobody looks at. */
export const workersHere = process.env[virtualDisplayVariable] !== undefined && os.availableParallelism() > 1 ? 2 : 1

let display: Promise<string> | undefined

/** What a window must know to open on this worker's own display: the first worker has the one that the tests were started on. */
export async function workerDisplay(): Promise<Readonly<Record<string, string>>> {
  if ((process.env.TEST_PARALLEL_INDEX ?? '0') === '0') return {}
  display ??= startDisplay()
  return { DISPLAY: await display }
}

/** A virtual display with a number that the server itself finds free, for as long as this worker lives. */
async function startDisplay(): Promise<string> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', ...virtualScreen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  process.once('exit', () => server.kill())
  const failed = once(server, 'exit').then(() => {
    throw new Error('the virtual display did not start')
  })
  const number = present(server.stdio[3], 'the number is piped')
  const [bytes] = await Promise.race([once(number, 'data'), failed])
  server.unref()
  return `:${String(bytes).trim()}`
}
