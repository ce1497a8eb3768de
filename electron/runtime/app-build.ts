import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { say } from './progress.ts'

export const projectFolder = path.resolve(import.meta.dirname, '..', '..')
const sources = ['core', 'electron', 'renderer', 'package-lock.json', 'tsconfig.json']
const electronVite = path.join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
const stampFile = path.join(projectFolder, 'out', 'build-stamp')

/**
 * Builds the application into out/, unless it was last built from exactly these sources. Compared by content: a
 * checkout or a copy changes the times of files and not what is in them.
 */
export function buildApp(): void {
  const stamp = sourcesHash()
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) return
  say('building the application')
  fs.rmSync(stampFile, { force: true })
  const options = [electronVite, 'build', '--config', 'electron/electron.vite.config.ts', '--logLevel', 'warn']
  const { status } = spawnSync(process.execPath, options, { cwd: projectFolder, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('the build failed')
  fs.writeFileSync(stampFile, stamp)
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesIn(path.join(projectFolder, source))) hash.update(file).update(fs.readFileSync(file))
  }
  return hash.digest('hex')
}

function filesIn(fileOrFolder: string): string[] {
  if (fs.statSync(fileOrFolder).isFile()) return [fileOrFolder]
  const entries = fs.readdirSync(fileOrFolder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
  return files.sort()
}

if (import.meta.filename === process.argv[1]) buildApp()
