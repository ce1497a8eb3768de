import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { type DemonstrationDay, playDemonstrationDay } from '../../core/demo/demonstration-day.ts'
import { demonstrationPassphrase } from '../../core/demo/demonstration-people.ts'
import type { EnginePort } from '../../core/engine/port.ts'
import { type Branch, launchBranch } from './support/launch-branch.ts'
import { pagePort } from './support/page-port.ts'

const signIn = { type: 'session.sign-in', code: 'OFF1', passphrase: demonstrationPassphrase } as const

let branch: Branch
let port: EnginePort
let day: DemonstrationDay
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchBranch()
  port = pagePort(branch.page)
  day = await playDemonstrationDay({ port, newKey: randomUUID, say: () => undefined, date: '2026-01-05' })
})
test.afterAll(() => branch.close())

const deposit = (key: string) =>
  ({ type: 'savings.deposit', key, accountId: day.accountId, amountMinor: 10_000n, currency: 'KES' }) as const

async function balanceMinor(): Promise<bigint> {
  const account = await port.query({ type: 'account', accountId: day.accountId })
  if (!account.ok) throw new Error(account.refusal.type)
  return account.value.balanceMinor
}

test('[W8] a deposit whose engine is killed is there once or not at all, and the same key tells which', async () => {
  const before = await balanceMinor()
  const key = randomUUID()
  const [answer] = await Promise.all([port.execute(deposit(key)), branch.killEngine()])
  if (!answer.ok) expect(answer.refusal).toEqual({ type: 'outcome-unknown', key })

  expect(await port.execute(signIn)).toMatchObject({ ok: true })
  const known = await port.query({ type: 'outcome', key })
  const wasRecorded = known.ok && known.value.known
  if (answer.ok) expect(wasRecorded).toBe(true)
  expect(await balanceMinor()).toBe(before + (wasRecorded ? 10_000n : 0n))

  expect(await port.execute(deposit(key))).toMatchObject({ ok: true, value: { key, replayed: wasRecorded } })
  expect(await balanceMinor()).toBe(before + 10_000n)
})

test('[W8] what was acknowledged before the kill is there after it', async () => {
  const keys = Array.from({ length: 5 }, () => randomUUID())
  for (const key of keys) expect(await port.execute(deposit(key))).toMatchObject({ ok: true })
  const before = await balanceMinor()
  await branch.killEngine()
  expect(await port.execute(signIn)).toMatchObject({ ok: true })
  expect(await balanceMinor()).toBe(before)
  for (const key of keys)
    expect(await port.execute(deposit(key))).toMatchObject({ ok: true, value: { replayed: true } })
  expect(await balanceMinor()).toBe(before)
})

for (const event of ['lock-screen', 'suspend']) {
  test(`[W12] the session is locked when the computer says ${event}`, async () => {
    await branch.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
    await expect.poll(() => port.query({ type: 'session' })).toMatchObject({ value: { state: 'locked' } })
    expect(await port.query({ type: 'my-day' })).toEqual({ ok: false, refusal: { type: 'locked' } })
    await expect(branch.page.getByRole('radio', { name: 'OFF1' })).toBeChecked()
    expect(await port.execute(signIn)).toMatchObject({ ok: true })
  })
}

test('[W17] a folder is the one chosen in the system’s dialog, or none', async () => {
  const answerDialog = (filePaths: string[]) =>
    branch.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen.length === 0, filePaths: chosen })
    }, filePaths)
  await answerDialog(['/media/stick'])
  expect(await port.execute({ type: 'folder.choose' })).toEqual({ ok: true, value: { folder: '/media/stick' } })
  await answerDialog([])
  expect(await port.execute({ type: 'folder.choose' })).toEqual({ ok: true, value: { folder: null } })
})

test('[W10] the logs of a day with a crash name nobody and hold nothing that was typed', async () => {
  await port.execute({ type: 'session.sign-in', code: 'OFF1', passphrase: 'a wrong passphrase' })
  await branch.killEngine()
  await port.query({ type: 'session' })
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
  await expect.poll(() => port.execute(signIn)).toMatchObject({ ok: true })
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
