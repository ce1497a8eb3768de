import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { app } from 'electron'
import { runDesktop } from './desktop.ts'
import { errorCodes, openLog } from './log.ts'
import { refusedStart, refusedStartExitCode } from './start-guard.ts'
import { startOptions } from './start-options.ts'
import { registerAppScheme } from './window/app-protocol.ts'
import { wallPages } from './window/window-walls.ts'

/** `EX_SOFTWARE` of sysexits.h: a bug; fail and stop, rather than go on half-alive. */
const brokenExitCode = 70

const refused = app.isPackaged ? refusedStart(process.argv.slice(1), process.env) : null
if (refused !== null) {
  process.stderr.write(`Nexum Branch does not start with ${refused}\n`)
  process.exit(refusedStartExitCode)
}

const options = startOptions(process.argv.slice(1), process.cwd())
if (options.demoFolder !== undefined) moveToOwnFolder()
const log = openLog(app.getPath('logs'), 'branch', () => new Date().toISOString())

/** The demonstration has an institution of its own, may run beside the real one, and takes its books with it when it ends. */
function moveToOwnFolder(): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nexum-demo-'))
  app.setPath('userData', folder)
  app.on('quit', () => fs.rmSync(folder, { recursive: true, force: true }))
}

function breakDown(error: unknown): void {
  log('broken', errorCodes(error))
  app.exit(brokenExitCode)
}
process.on('uncaughtException', breakDown)
process.on('unhandledRejection', breakDown)

if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  wallPages()
  app.whenReady().then(() => runDesktop(options, log), breakDown)
} else {
  app.exit(0)
}
