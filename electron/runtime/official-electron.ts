import { execFile } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import type { ElectronBuild } from './electron-build.ts'
import { say, withProgress } from './progress.ts'

const manifestFile = createRequire(import.meta.url).resolve('electron/package.json')
const packageFolder = path.dirname(manifestFile)
const downloadLimitMs = 600_000

/** The build that the electron package has downloaded earlier, if it has. */
export function installedOfficialElectron(): ElectronBuild | null {
  const pathFile = path.join(packageFolder, 'path.txt')
  if (!fs.existsSync(pathFile)) return null
  const distFolder = path.join(packageFolder, 'dist')
  const executable = path.join(distFolder, fs.readFileSync(pathFile, 'utf8').trim())
  if (!fs.existsSync(executable)) return null
  const { version } = JSON.parse(fs.readFileSync(manifestFile, 'utf8')) as { version: string }
  return { kind: 'official', version, distFolder, executable, environment: {} }
}

/** Null where the network does not let the download through: this is expected, and there is another way. */
export async function downloadOfficialElectron(): Promise<ElectronBuild | null> {
  const installScript = path.join(packageFolder, 'install.js')
  try {
    await withProgress('downloading Electron', () =>
      promisify(execFile)(process.execPath, [installScript], { timeout: downloadLimitMs, killSignal: 'SIGKILL' }),
    )
  } catch {
    say('the official Electron cannot be downloaded from here')
    return null
  }
  return installedOfficialElectron()
}
