import { spawn, spawnSync } from 'node:child_process'
import os from 'node:os'
import type { ElectronBuild } from './electron-build.ts'
import { hasDisplay } from './system-packages.ts'

const virtualScreen = ['-a', '-s', '-screen 0 1440x900x24']

/** Runs a command that opens windows, on a virtual screen where there is no real one, and returns its exit code. */
export async function runOnDisplay(electron: ElectronBuild, command: string, options: string[]): Promise<number> {
  const [program, ...rest] = hasDisplay ? [command, ...options] : ['xvfb-run', ...virtualScreen, command, ...options]
  const environment = { ...process.env, ...electron.environment, ...sandboxEnvironment() }
  const child = spawn(program as string, rest, { stdio: 'inherit', env: environment })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + os.constants.signals[signal as NodeJS.Signals]))
  })
}

/**
 * Chromium refuses to start with its sandbox as root, and where the system forbids user namespaces. There, and only
 * there, development runs without it; an installed release keeps it. The variable counts even when empty.
 */
function sandboxEnvironment(): Record<string, string> {
  if (process.platform !== 'linux') return {}
  const isRoot = process.getuid?.() === 0
  const namespaces = () => spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' }).status === 0
  return isRoot || !namespaces() ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}
}
