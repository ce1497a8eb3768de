import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { depositForm } from './support/deposit-form.ts'
import { launchBranch } from './support/launch-branch.ts'
import { type DemonstrationBranch, launchDemonstration, officerSignIn } from './support/launch-demonstration.ts'
import { pagePort } from './support/page-port.ts'

let branch: DemonstrationBranch
let form: ReturnType<typeof depositForm>
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchDemonstration()
  form = depositForm(branch.page, branch.day.accountId)
})
test.afterAll(() => branch.close())

const deposit = (key: string) =>
  ({ type: 'savings.deposit', key, accountId: branch.day.accountId, amountMinor: 10_000n, currency: 'KES' }) as const

async function ownHead(): Promise<number> {
  const journal = await branch.port.query({ type: 'journal', limit: 1 })
  return (journal.ok && journal.value.rows[0]?.record.seq) || 0
}

test('[W26] a double click posts one deposit, and so does Enter pressed twice', async () => {
  const { keyboard } = branch.page
  for (const twice of ['click', 'Enter'] as const) {
    const before = { head: await ownHead(), minor: await form.balanceMinor() }
    const key = await form.fillIn()
    if (twice === 'click') await form.postButton.dblclick()
    else for (let press = 0; press < 2; press++) await keyboard.press('Enter')
    await expect.poll(() => form.isRecorded(key)).toBe(true)
    await expect(form.postButton).toBeHidden()
    await form.open()
    await expect(form.amount).toHaveValue('')
    expect(await ownHead()).toBe(before.head + 1)
    expect(await form.balanceMinor()).toBe(before.minor + 10_000n)
  }
})

test('[W8] what was acknowledged before the kill is there after it', async () => {
  const keys = Array.from({ length: 5 }, () => randomUUID())
  for (const key of keys) expect(await branch.port.execute(deposit(key))).toMatchObject({ ok: true })
  const before = await form.balanceMinor()
  await branch.killEngine()
  expect(await branch.port.execute(officerSignIn)).toMatchObject({ ok: true })
  expect(await form.balanceMinor()).toBe(before)
  for (const key of keys)
    expect(await branch.port.execute(deposit(key))).toMatchObject({ ok: true, value: { replayed: true } })
  expect(await form.balanceMinor()).toBe(before)
})

for (const event of ['lock-screen', 'suspend']) {
  test(`[W12] the session is locked when the computer says ${event}`, async () => {
    await branch.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
    await expect.poll(() => branch.port.query({ type: 'session' })).toMatchObject({ value: { state: 'locked' } })
    expect(await branch.port.query({ type: 'my-day' })).toEqual({ ok: false, refusal: { type: 'locked' } })
    await expect(branch.page.getByRole('radio', { name: 'OFF1' })).toBeChecked()
    expect(await branch.port.execute(officerSignIn)).toMatchObject({ ok: true })
  })
}

test('[W17] a folder is the one chosen in the system’s dialog, or none', async () => {
  const answerDialog = (filePaths: string[]) =>
    branch.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen.length === 0, filePaths: chosen })
    }, filePaths)
  await answerDialog(['/media/stick'])
  expect(await branch.port.execute({ type: 'folder.choose' })).toEqual({ ok: true, value: { folder: '/media/stick' } })
  await answerDialog([])
  expect(await branch.port.execute({ type: 'folder.choose' })).toEqual({ ok: true, value: { folder: null } })
})

test('[W10] the logs of a day with a crash name nobody and hold nothing that was typed', async () => {
  await branch.port.execute({ type: 'session.sign-in', code: 'OFF1', passphrase: 'a wrong passphrase' })
  await branch.killEngine()
  expect(await branch.port.query({ type: 'session' })).toMatchObject({ ok: true })
  const folder = path.join(branch.userFolder, 'logs')
  const text = fs
    .readdirSync(folder)
    .map(name => fs.readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')
  expect(text).toContain('engine-exit')
  for (const planted of [
    'Achieng',
    'Odhiambo',
    'Nyalenda',
    '712345678',
    '24681357',
    'OFF1',
    'wrong',
    'harvest',
    'Tumaini',
  ]) {
    expect(text).not.toContain(planted)
  }
})

// After this the test has no page any more: Playwright does not follow a page into another process.
test('[W8] a window whose process died is there again, with the session as it was', async () => {
  await expect.poll(() => branch.port.execute(officerSignIn)).toMatchObject({ ok: true })
  const state = await branch.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const again = new Promise<void>(resolve => contents?.once('did-finish-load', () => resolve()))
    contents?.forcefullyCrashRenderer()
    await again
    const ask = `window.branch.query({ type: 'session' }).then(session => session.value.state)`
    return contents?.executeJavaScript(ask)
  })
  expect(state).toBe('open')
})

test('[W9] an engine that keeps dying stays down, and calls are refused instead of waiting', async () => {
  const doomed = await launchBranch()
  const session = () => pagePort(doomed.page).query({ type: 'session' })
  expect(await session()).toMatchObject({ ok: true })
  await doomed.page.evaluate(() => {
    const states: string[] = []
    Reflect.set(window, 'states', states)
    window.branch.subscribe(event => event.type === 'engine' && states.push(event.state))
  })
  for (let death = 1; death <= 4; death++) {
    expect(await session()).toMatchObject({ ok: true })
    await doomed.killEngine()
  }
  const states = () => doomed.page.evaluate(() => Reflect.get(window, 'states') as string[])
  await expect.poll(states).toEqual(['ready', ...Array(3).fill(['restarting', 'ready']).flat(), 'failed'])
  expect(await session()).toEqual({ ok: false, refusal: { type: 'engine-failed' } })
  await doomed.close()
})
