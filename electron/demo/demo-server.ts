import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { app } from 'electron'
import { present } from '../../core/assert.ts'

/** A sync server in a process of its own, as an institution would run it, on this computer's loopback address. */
export interface DemoServer {
  readonly url: string
  /** Printed while nobody is enrolled: good once, for head office. */
  readonly foundingCode: string | null
  /** Ends the process at once, as a power cut would. */
  readonly kill: () => Promise<void>
}

export interface DemoServerPlace {
  readonly node: string
  readonly program: string
  readonly dataFolder: string
}

/** Where the server's program and a Node for it lie in a checkout; null in an installed application, which has neither. */
export function demoServerPlace(appFolder: string, dataFolder: string): DemoServerPlace | null {
  const node = path.join(appFolder, 'node_modules', '.bin', 'node')
  const program = path.join(appFolder, 'sync-server', 'main.ts')
  return fs.existsSync(node) && fs.existsSync(program) ? { node, program, dataFolder } : null
}

/** Starts the server and waits until it listens; `port` 0 takes any free one. */
export async function startDemoServer(
  { node, program, dataFolder }: DemoServerPlace,
  port: number,
): Promise<DemoServer> {
  const child = spawn(node, [program, '--data', dataFolder, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // However the demonstration ends, it leaves no server behind.
  app.once('quit', () => child.kill('SIGKILL'))
  const said = await firstWords(child)
  const url = present(address.exec(said)?.[1], 'the server says where it listens')
  const foundingCode = /good once: (\S+)/.exec(said)?.[1] ?? null
  return { url, foundingCode, kill: () => killed(child) }
}

const address = /at (https?:\S+)/

/** What the server says until it says where it listens, which it says last, or until it ends. */
async function firstWords(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const line of createInterface({ input: present(child.stdout, 'the output is piped') })) {
    said += `${line}\n`
    if (address.test(said)) break
  }
  return said
}

const killed = (child: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
