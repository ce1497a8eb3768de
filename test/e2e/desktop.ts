import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test as base, type ElectronApplication, type Page, type TestInfo } from '@playwright/test'

/**
 * A test gets the application with a data folder of its own, and its first window. Playwright keeps pictures and a
 * trace of failed tests for browsers only, so this does it for the application.
 */
export const test = base.extend<{ desktop: ElectronApplication; window: Page }>({
  desktop: async ({ playwright }, use, testInfo) => {
    const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'nexum-branch-e2e-'))
    const environment = Object.fromEntries(Object.entries(process.env).filter(isSet))
    const desktop = await playwright._electron.launch({
      args: ['.', `--user-data-dir=${dataFolder}`],
      env: environment,
    })
    await desktop.context().tracing.start({ screenshots: true, snapshots: true })
    await use(desktop)
    if (testInfo.status !== testInfo.expectedStatus) await keepEvidence(desktop, testInfo)
    await desktop.close()
    fs.rmSync(dataFolder, { recursive: true, force: true })
  },
  window: async ({ desktop }, use) => use(await desktop.firstWindow()),
})

async function keepEvidence(desktop: ElectronApplication, testInfo: TestInfo): Promise<void> {
  await desktop.context().tracing.stop({ path: testInfo.outputPath('trace.zip') })
  for (const [index, window] of desktop.windows().entries()) {
    await window.screenshot({ path: testInfo.outputPath(`window-${index + 1}.png`) })
  }
}

function isSet(variable: [string, string | undefined]): variable is [string, string] {
  return variable[1] !== undefined
}
