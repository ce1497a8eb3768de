import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { vi } from 'vitest'

/** What a program of `core/cli` is given beside its arguments. */
export interface Given {
  readonly input?: string
  readonly passphrase?: string
}

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const fileOf = (program: string): string => path.resolve(import.meta.dirname, '../../core/cli', program)

/** Runs a program as people do: half a second each, so once for each way that it can end. */
export function runProgram(program: string, args: readonly string[], { input = '', passphrase }: Given = {}): Ended {
  const { NEXUM_PASSPHRASE: _, ...environment } = process.env
  const env = passphrase === undefined ? environment : { ...environment, NEXUM_PASSPHRASE: passphrase }
  return spawnSync(process.execPath, [fileOf(program), ...args], { encoding: 'utf8', env, input })
}

let runs = 0

/** The same program with the same arguments inside this process, for the many cases; nobody sits at its terminal. */
export async function runHere(
  program: string,
  args: readonly string[],
  { passphrase = '' }: Pick<Given, 'passphrase'> = {},
): Promise<Ended> {
  const out: string[] = []
  const err: string[] = []
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(line => out.push(line)),
    vi.spyOn(console, 'error').mockImplementation(line => err.push(line)),
  ]
  const { argv } = process
  vi.stubEnv('NEXUM_PASSPHRASE', passphrase)
  try {
    process.argv = [process.execPath, fileOf(program), ...args]
    await import(/* @vite-ignore */ `${pathToFileURL(fileOf(program))}?run=${runs++}`)
    return { status: Number(process.exitCode), stdout: out.map(line => `${line}\n`).join(''), stderr: err.join('\n') }
  } finally {
    process.argv = argv
    process.exitCode = undefined
    vi.unstubAllEnvs()
    for (const spy of spies) spy.mockRestore()
  }
}
