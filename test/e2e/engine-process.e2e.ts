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

/** The form of a deposit of 100, filled in and shown with its effect; gives the key of the operation that it will become. */
async function fillInDeposit(): Promise<string> {
  const { page } = branch
  await openForm()
  await page.getByLabel('Amount paid in').fill('100')
  await expect.poll(async () => (await savedForm())?.values.amount).toBe('100')
  await page.getByLabel('Amount paid in').press('Enter')
  await expect(page.getByRole('button', { name: 'Post the deposit' })).toBeFocused()
  return (await savedForm())?.key ?? ''
}

const go = (hash: string) =>
  branch.page.evaluate(place => {
    window.location.hash = place
  }, hash)

async function openForm(): Promise<void> {
  await go('#/my-day')
  await expect(branch.page.getByRole('heading', { level: 1, name: 'My day' })).toBeVisible()
  await go(`#/deposit/${day.accountId}`)
}

/** The form does not come back by itself, so that what the engine keeps of it can be seen before the window takes it up. */
async function signInAgain(): Promise<void> {
  await go('#/my-day')
  expect(await port.execute(signIn)).toMatchObject({ ok: true })
}

async function savedForm(): Promise<{ key: string; values: { amount: string } } | null> {
  const draft = await port.query({ type: 'draft', form: `savings.deposit/${day.accountId}` })
  return draft.ok && draft.value !== null ? JSON.parse(draft.value) : null
}

async function ownHead(): Promise<number> {
  const journal = await port.query({ type: 'journal', limit: 1 })
  return (journal.ok && journal.value.rows[0]?.record.seq) || 0
}

async function isRecorded(key: string): Promise<boolean> {
  const known = await port.query({ type: 'outcome', key })
  if (!known.ok) throw new Error(known.refusal.type)
  return known.value.known
}

/** What the window says of a deposit that was under way when its engine died, and posts where it says that nothing was. */
async function finishWhatWasUnderWay(key: string): Promise<'recorded' | 'not-posted' | 'answered'> {
  const { page } = branch
  const [wasRecorded, saved] = [await isRecorded(key), await savedForm()]
  await openForm()
  if (wasRecorded && saved?.key !== key) {
    await expect(page.getByLabel('Amount paid in')).toHaveValue('')
    return 'answered'
  }
  if (wasRecorded) {
    await expect(page.getByRole('status', { name: /^Deposit recorded/ })).toBeVisible()
    await expect(page.getByText('Was recorded before')).toBeVisible()
    await page.getByRole('button', { name: 'Done' }).press('Enter')
    return 'recorded'
  }
  await expect(page.getByRole('status').filter({ hasText: 'Nothing was posted.' })).toBeVisible()
  await expect(page.getByLabel('Amount paid in')).toHaveValue(/^100/)
  await page.getByLabel('Amount paid in').press('Enter')
  await expect(page.getByRole('button', { name: 'Post the deposit' })).toBeFocused()
  await page.getByRole('button', { name: 'Post the deposit' }).press('Enter')
  await expect(page.getByRole('status', { name: /^Deposit recorded/ })).toBeVisible()
  await expect(page.getByText('Was recorded before')).toBeHidden()
  return 'not-posted'
}

test('[W8][W26] an engine killed in mid-deposit: the window says what the journal holds, and it counts once', async () => {
  const before = await balanceMinor()
  const key = await fillInDeposit()
  const post = branch.page.getByRole('button', { name: 'Post the deposit' })
  await Promise.all([post.press('Enter'), branch.killEngine()])
  await signInAgain()
  await finishWhatWasUnderWay(key)
  expect(await isRecorded(key)).toBe(true)
  expect(await balanceMinor()).toBe(before + 10_000n)
  expect(await port.execute(deposit(key))).toMatchObject({ ok: true, value: { key, replayed: true } })
  expect(await balanceMinor()).toBe(before + 10_000n)
})

test('[W8][W26] killed before it came to the deposit: the window says that nothing was posted, and posts it once', async () => {
  const before = await balanceMinor()
  const key = await fillInDeposit()
  process.kill(await branch.enginePid(), 'SIGSTOP')
  await branch.page.getByRole('button', { name: 'Post the deposit' }).press('Enter')
  await branch.killEngine()
  await signInAgain()
  expect(await finishWhatWasUnderWay(key)).toBe('not-posted')
  expect(await balanceMinor()).toBe(before + 10_000n)
})

test('[W26] a double click posts one deposit, and so does Enter pressed twice', async () => {
  for (const twice of ['click', 'Enter'] as const) {
    const before = { head: await ownHead(), minor: await balanceMinor() }
    const key = await fillInDeposit()
    const post = branch.page.getByRole('button', { name: 'Post the deposit' })
    if (twice === 'click') await post.dblclick()
    else for (let press = 0; press < 2; press++) await branch.page.keyboard.press('Enter')
    await expect.poll(() => isRecorded(key)).toBe(true)
    expect(await ownHead()).toBe(before.head + 1)
    expect(await balanceMinor()).toBe(before.minor + 10_000n)
  }
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
