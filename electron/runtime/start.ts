import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildApp, projectFolder } from './app-build.ts'
import { ensureElectron } from './electron-runtime.ts'
import { runOnDisplay } from './run-on-display.ts'
import { hasDisplay } from './system-packages.ts'

/**
 * `npm start`: from a fresh checkout to the running application. Where nobody could see the window, it plays the demo
 * instead, which shows the same in pictures and documents under out/demo.
 */
const demoFolder = path.join(projectFolder, 'out', 'demo')
const given = process.argv.slice(2)
const isDemo = !hasDisplay || given.includes('--demo')
/** Without a desktop session Chromium complains at length about the missing message bus; only fatal errors matter. */
const quiet = hasDisplay ? [] : ['--log-level=3']

const electron = await ensureElectron()
buildApp()
process.exitCode = isDemo
  ? await playDemo()
  : await runOnDisplay(electron, electron.executable, [projectFolder, ...given])

/** Its books lie in a folder that goes when the last process is gone: one that is ending still writes. */
async function playDemo(): Promise<number> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nexum-start-'))
  const environment = { ...electron.environment, TMPDIR: folder, TEMP: folder, TMP: folder }
  // The papers of an earlier demo would stand beside those of this one.
  fs.rmSync(demoFolder, { recursive: true, force: true })
  const options = [...quiet, projectFolder, ...given, '--demo', `--demo-output=${demoFolder}`]
  try {
    return await runOnDisplay({ ...electron, environment }, electron.executable, options)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}
