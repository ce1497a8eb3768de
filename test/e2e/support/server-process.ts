import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

const program = path.resolve(import.meta.dirname, '..', '..', '..', 'sync-server', 'main.ts')

/** The sync server as an operator runs it: a process of its own on this machine's loopback address. */
export interface ServerProcess {
  readonly url: string
  readonly foundingCode: string | null
  /** SIGKILL; resolves when the process is gone. */
  readonly kill: () => Promise<void>
}

/** Starts the server on a data folder; its last words before it waits say where it listens. */
export async function serverProcess(dataFolder: string, port = 0): Promise<ServerProcess> {
  const child = spawn(process.execPath, [program, '--data', dataFolder, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = await firstWords(child)
  const url = /server at (http:\S+)/.exec(said)?.[1]
  if (url === undefined) throw new Error(`the server did not start: ${said}`)
  return { url, foundingCode: /good once: (\S+)/.exec(said)?.[1] ?? null, kill: () => killed(child) }
}

async function firstWords(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the output is piped')
  let said = ''
  for await (const line of createInterface({ input: child.stdout })) {
    said += `${line}\n`
    if (line.startsWith('Nexum sync server at')) break
  }
  return said
}

const killed = (child: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
