import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { workerDisplay } from './worker-display.ts'

const projectFolder = path.resolve(import.meta.dirname, '..', '..', '..')
export const picturesFolder = path.join(projectFolder, 'test-results', 'pictures')

export interface LaunchOptions {
  /** The branch's file of an earlier launch; a new, empty folder when left out. */
  readonly dataFolder?: string
  /** A folder with a branch's file that the data folder begins as a copy of. */
  readonly copyOf?: string
  /** Electron's own folder of an earlier launch, which is then kept; a new one when left out. */
  readonly userFolder?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
}

/** The real application in a real Electron, with folders of its own. */
export interface Branch {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataFolder: string
  /** Where Electron keeps its own files, the logs and the documents. */
  readonly userFolder: string
  readonly enginePid: () => Promise<number>
  /** SIGKILL, as the system does it when memory runs out; resolves when the process is gone. */
  readonly killEngine: () => Promise<void>
  /** Saves what the window shows under test-results/pictures. */
  readonly picture: (name: string) => Promise<void>
  readonly close: () => Promise<void>
}

export async function launchBranch(options: LaunchOptions = {}): Promise<Branch> {
  const { dataFolder, environment, args = [] } = options
  const userFolder = options.userFolder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'branch-user-'))
  const folder = dataFolder ?? path.join(userFolder, 'branch')
  if (options.copyOf !== undefined) fs.cpSync(options.copyOf, folder, { recursive: true })
  const app = await _electron.launch({
    args: [projectFolder, `--user-data-dir=${userFolder}`, `--data-dir=${folder}`, ...args],
    env: { ...variables(process.env), ...(await workerDisplay()), ...environment },
  })
  const page = await app.firstWindow()
  const enginePid = () => waitForEngine(app)
  return {
    app,
    page,
    dataFolder: folder,
    userFolder,
    enginePid,
    killEngine: async () => killAndWait(await enginePid()),
    picture: name => takePicture(app, page, path.join(picturesFolder, `${name}.png`)),
    close: async () => {
      await app.close()
      if (options.userFolder === undefined) fs.rmSync(userFolder, { recursive: true, force: true })
    },
  }
}

/** Of a window whose text is larger, Playwright would take the corner that its page would have without: that one the window takes itself. */
async function takePicture(app: ElectronApplication, page: Page, file: string): Promise<void> {
  const larger = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents || contents.getZoomFactor() === 1) return null
    return (await contents.capturePage()).toPNG().toString('base64')
  })
  if (larger === null) return void (await page.screenshot({ path: file, animations: 'disabled' }))
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, Buffer.from(larger, 'base64'))
}

const variables = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined))

async function waitForEngine(app: ElectronApplication): Promise<number> {
  for (;;) {
    const pid = await app.evaluate(
      electron => electron.app.getAppMetrics().find(process => process.name === 'Nexum Branch engine')?.pid,
    )
    if (pid !== undefined) return pid
  }
}

async function killAndWait(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  while (isThere(pid)) await new Promise(resolve => setTimeout(resolve, 10))
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
