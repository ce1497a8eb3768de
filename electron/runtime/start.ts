import fs from 'node:fs'
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
const demo = ['--demo', `--demo-output=${demoFolder}`]
/** Without a desktop session Chromium complains at length about the missing message bus; only fatal errors matter. */
const quiet = '--log-level=3'

const electron = await ensureElectron()
buildApp()
// The papers of an earlier demo would stand beside those of this one.
if (!hasDisplay) fs.rmSync(demoFolder, { recursive: true, force: true })
const application = hasDisplay ? [projectFolder] : [quiet, projectFolder, ...demo]
process.exitCode = await runOnDisplay(electron, electron.executable, [...application, ...process.argv.slice(2)])
