import { spawn, spawnSync } from 'node:child_process'
import os from 'node:os'
import type { ElectronBuild } from './electron-build.ts'
import { hasDisplay } from './system-packages.ts'

const virtualScreen = ['-a', '-s', '-screen 0 1440x900x24']

/**
 * Runs a command that opens windows, on a virtual screen where there is no real one, and returns its exit code. The
 * virtual screen is a group of processes of its own: a signal must reach all of them, or the window outlives us.
 */
export async function runOnDisplay(electron: ElectronBuild, command: string, options: string[]): Promise<number> {
  const environment = { ...process.env, ...electron.environment, ...sandboxEnvironment() }
  const settings = { stdio: 'inherit', env: environment, detached: !hasDisplay } as const
  const child = hasDisplay
    ? spawn(command, options, settings)
    : spawn('xvfb-run', [...virtualScreen, command, ...options], settings)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (child.pid !== undefined) process.kill(hasDisplay ? child.pid : -child.pid, signal)
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : os.constants.signals[signal])))
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
