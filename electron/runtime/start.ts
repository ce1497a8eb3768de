import path from 'node:path'
import { buildApp, projectFolder } from './app-build.ts'
import { ensureElectron } from './electron-runtime.ts'
import { runOnDisplay } from './run-on-display.ts'
import { desktopPackages, ensureSystemPackages, hasDisplay } from './system-packages.ts'

/**
 * `npm start`: from a fresh checkout to the running application. Where nobody could see the window, it plays the demo
 * instead, which shows the same in pictures and documents under out/demo.
 */
const demo = ['--demo', `--demo-output=${path.join(projectFolder, 'out', 'demo')}`]

ensureSystemPackages(desktopPackages)
const electron = await ensureElectron()
buildApp()
const options = [projectFolder, ...(hasDisplay ? [] : demo), ...process.argv.slice(2)]
process.exitCode = await runOnDisplay(electron, electron.executable, options)
