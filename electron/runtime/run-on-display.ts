import { spawn, spawnSync } from 'node:child_process'
import os from 'node:os'
import type { ElectronBuild } from './electron-build.ts'
import { hasDisplay } from './system-packages.ts'
import { virtualDisplayVariable, virtualScreen } from './virtual-screen.ts'

/**
 * Runs a command that opens windows, on a virtual screen where there is no real one, and returns its exit code. The
 * virtual screen is a group of processes of its own: a signal must reach all of them, or the window outlives us.
 */
export async function runOnDisplay(electron: ElectronBuild, command: string, options: string[]): Promise<number> {
  const environment = { ...process.env, ...electron.environment, ...sandboxEnvironment() }
  const child = hasDisplay
    ? spawn(command, options, { stdio: 'inherit', env: environment })
    : spawn('xvfb-run', ['-a', '-s', virtualScreen.join(' '), command, ...options], {
        stdio: 'inherit',
        env: { ...environment, [virtualDisplayVariable]: '1' },
        detached: true,
      })
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
