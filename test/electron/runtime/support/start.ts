import { spawn } from 'node:child_process'
import path from 'node:path'
import { onTestFinished } from 'vitest'

export const projectFolder = path.resolve(import.meta.dirname, '../../../..')
const program = path.join(projectFolder, 'electron', 'runtime', 'start.ts')

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs what `npm start` runs, to its end. `before` is what the command line begins with, where it is not Node itself. */
export async function start(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  before: readonly string[] = [],
): Promise<Ended> {
  const [command = process.execPath, ...options] = [...before, process.execPath, program, ...args]
  const child = spawn(command, options, { env, cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill())
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()))
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { status, stdout, stderr }
}

/** The variables of these tests without those that say where a screen is. */
export function withoutDisplay(): NodeJS.ProcessEnv {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...environment } = process.env
  return environment
}
