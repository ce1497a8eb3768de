import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { type Branch, launchBranch } from './support/launch-branch.ts'

let userFolder: string
test.beforeEach(() => {
  userFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'window-place-'))
})
test.afterEach(() => fs.rmSync(userFolder, { recursive: true, force: true }))

const bounds = ({ app }: Branch) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
const zoomFactor = ({ app }: Branch) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.zoomFactor)
const choose = ({ app }: Branch, accelerator: string) =>
  app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(item => item.submenu?.items ?? [])
    items?.find(item => item.accelerator === wanted)?.click()
  }, accelerator)

test('[W11] the window opens where it was, as large as it was, with the size of text that was chosen', async () => {
  const first = await launchBranch({ userFolder })
  expect(await bounds(first)).toMatchObject({ width: 1280, height: 800 })
  const place = { x: 120, y: 40, width: 1100, height: 700 }
  await first.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), place)
  await first.page.waitForLoadState()
  for (let step = 1; step <= 3; step++) await choose(first, 'CmdOrCtrl+Plus')
  expect(await zoomFactor(first)).toBeCloseTo(1.5)
  await first.close()

  const second = await launchBranch({ userFolder })
  expect(await bounds(second)).toEqual(place)
  await second.page.waitForLoadState()
  await expect.poll(() => zoomFactor(second)).toBeCloseTo(1.5)
  for (let step = 1; step <= 9; step++) await choose(second, 'CmdOrCtrl+Plus')
  expect(await zoomFactor(second)).toBeCloseTo(2)
  for (let step = 1; step <= 9; step++) await choose(second, 'CmdOrCtrl+-')
  expect(await zoomFactor(second)).toBeCloseTo(1)
  await second.close()
})

test('[W16] starting again brings the window to the front, and the second start ends', async () => {
  const branch = await launchBranch({ userFolder })
  const [app = ''] = branch.app.process().spawnargs.filter(arg => fs.existsSync(path.join(arg, 'package.json')))
  const args = [app, `--user-data-dir=${userFolder}`, '--no-sandbox']
  const exitCode = await new Promise(resolve => {
    const again = execFile(branch.app.process().spawnfile, args, () => resolve(again.exitCode))
  })
  expect(exitCode).toBe(0)
  expect(branch.app.windows()).toHaveLength(1)
  await branch.close()
})
