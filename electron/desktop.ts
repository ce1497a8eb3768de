import path from 'node:path'
import { app, type BrowserWindow, powerMonitor, session } from 'electron'
import { builtFile } from './built-file.ts'
import { runDemo } from './demo/demo.ts'
import { brokerEngine } from './engine/engine-broker.ts'
import { engineEnvironment } from './engine/engine-environment.ts'
import { type EngineSupervisor, superviseEngine } from './engine/engine-supervisor.ts'
import { afterDeath } from './engine/restart-policy.ts'
import { shellAnswers } from './engine/shell-answers.ts'
import type { Log } from './log.ts'
import { paperSession } from './paper/document-window.ts'
import type { StartOptions } from './start-options.ts'
import { serveApp } from './window/app-protocol.ts'
import { loadPage } from './window/load-page.ts'
import { openMainWindow } from './window/main-window.ts'
import { wallSession } from './window/window-walls.ts'

/** Puts the parts together: walls first, then the engine, then the window. */
export async function runDesktop(options: StartOptions, log: Log): Promise<void> {
  for (const each of [session.defaultSession, paperSession()]) {
    serveApp(each, builtFile('renderer'))
    wallSession(each)
  }
  const engine = superviseEngine({
    start: {
      dataFolder: options.dataFolder ?? path.join(app.getPath('userData'), 'branch'),
      documentsFolder: options.demoFolder ?? path.join(app.getPath('userData'), 'documents'),
      logsFolder: app.getPath('logs'),
    },
    environment: engineEnvironment(),
    answer: shellAnswers(() => window, log),
    log,
  })
  engine.start()
  const window = openMainWindow()
  brokerEngine(engine, window.webContents, log)
  lockWithComputer(engine)
  closeWithWindow(engine)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  reloadWhenGone(window, log)
  await loadPage(window)
  if (options.demoFolder === undefined) return
  const exitCode = await runDemo(window, engine, options.demoFolder)
  await engine.stop()
  app.exit(exitCode)
}

/** A page whose process died is loaded again, unless it keeps dying; the engine and the drafts in it have not noticed. */
function reloadWhenGone(window: BrowserWindow, log: Log): void {
  let deathsMs: readonly number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log('window-gone', { reason })
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const next = afterDeath(deathsMs, performance.now())
    deathsMs = next.deathsMs
    if (next.restartInMs !== null) setTimeout(() => !window.isDestroyed() && window.reload(), next.restartInMs)
  })
}

/** Whoever walks away from a locked or sleeping computer leaves no open books behind. */
function lockWithComputer(engine: EngineSupervisor): void {
  powerMonitor.on('lock-screen', engine.lock)
  powerMonitor.on('suspend', engine.lock)
}

/** The engine closes its file before the application is gone. */
function closeWithWindow(engine: EngineSupervisor): void {
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', event => {
    event.preventDefault()
    void engine.stop().then(() => app.exit(0))
  })
}
