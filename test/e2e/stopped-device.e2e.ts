import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { present } from '../../core/assert.ts'
import { openSlot } from '../../core/engine/key-slot.ts'
import { passphraseSlotsOf, readKeyring } from '../../core/engine/keyring.ts'
import type { EnginePort } from '../../core/engine/port.ts'
import { openBooks } from '../../core/storage/books.ts'
import { openInstallationFolder } from '../../core/storage/installation-folder.ts'
import { quarantine } from '../../core/sync/quarantine.ts'
import { newClient } from '../support/branch.ts'
import { type Branch, launchBranch } from './support/launch-branch.ts'
import { type FoundedBranch, foundedPassphrase, launchFounded } from './support/launch-founded.ts'
import { pagePort } from './support/page-port.ts'
import { type ServerProcess, serverProcess } from './support/server-process.ts'

let office: FoundedBranch
let laptop: Branch
let server: ServerProcess
let accountId = ''
const serverFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'branch-server-'))
const laptopPassphrase = 'two oars and a net'
const nextPassphrase = 'a kettle on the stove'

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  office = await launchFounded()
  server = await serverProcess(serverFolder)
  laptop = await launchBranch()
})
test.afterAll(async () => {
  await laptop.close()
  await office.close()
  await server.kill()
  fs.rmSync(serverFolder, { recursive: true, force: true })
})

async function must<T>(port: EnginePort, command: Record<string, unknown>): Promise<T> {
  const result = await port.execute(command as never)
  if (!result.ok) throw new Error(`${String(command.type)}: ${result.refusal.type}`)
  return result.value as T
}
const done = async (port: EnginePort, command: Record<string, unknown>) =>
  (await must<{ created: Record<string, string> }>(port, { key: randomUUID(), ...command })).created
const sync = async ({ page }: Branch) => {
  const result = await pagePort(page).execute({ type: 'sync.now' })
  if (!result.ok) throw new Error(result.refusal.type)
  return result.value
}
const signIn = async ({ page }: Branch, code: string, passphrase: string) => {
  const result = await pagePort(page).execute({ type: 'session.sign-in', code, passphrase })
  if (!result.ok) throw new Error(result.refusal.type)
}
const signOut = ({ page }: Branch) => pagePort(page).execute({ type: 'session.sign-out' })
const goToSync = (page: Page) =>
  page.evaluate(() => {
    window.location.hash = '#/sync'
  })

async function invitation(): Promise<string> {
  const port = pagePort(office.page)
  const staff = await port.query({ type: 'staff' })
  const staffId = staff.ok ? staff.value.find(({ code }) => code === 'MGR1')?.staffId : undefined
  const created = await done(port, { type: 'device.invite', staffId })
  await sync(office)
  return created.invitation ?? ''
}

/** The manager's laptop at work, and a copy of its disk: both go on while there is no network, and the copy is back first. */
async function copyAndGoOn(): Promise<void> {
  const port = pagePort(laptop.page)
  await office.signIn('HO1')
  await must(pagePort(office.page), { type: 'sync.connect', serverUrl: server.url, code: server.foundingCode ?? '' })
  const joining = { serverUrl: server.url, invitation: await invitation(), passphrase: laptopPassphrase }
  await must(port, { type: 'device.join', key: randomUUID(), ...joining })
  await sync(office)
  await signIn(laptop, 'MGR1', laptopPassphrase)
  await done(port, { type: 'day.open', date: new Date().toISOString().slice(0, 10) })
  await done(port, { type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 20 }] })
  const { clientId } = await done(port, { type: 'client.register', client: newClient() })
  accountId = (await done(port, { type: 'savings.open', clientId, productId: 'passbook-savings' })).accountId ?? ''
  await sync(laptop)
  await signOut(laptop)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'branch-copy-'))
  fs.cpSync(laptop.dataFolder, folder, { recursive: true })
  await server.kill()
  await signIn(laptop, 'MGR1', laptopPassphrase)
  await done(port, { type: 'savings.deposit', accountId, amountMinor: 77_700n, currency: 'KES' })
  const copy = await launchBranch({ dataFolder: folder })
  await signIn(copy, 'MGR1', laptopPassphrase)
  await done(pagePort(copy.page), { type: 'savings.deposit', accountId, amountMinor: 60_000n, currency: 'KES' })
  await signOut(laptop)
  server = await serverProcess(serverFolder, Number(new URL(server.url).port))
  expect(await sync(copy)).toMatchObject({ state: 'idle', unsent: { count: 0 } })
  await copy.close()
  fs.rmSync(folder, { recursive: true, force: true })
  await signIn(laptop, 'MGR1', laptopPassphrase)
  expect(await sync(laptop)).toMatchObject({ state: 'frozen' })
}

test('[Y4][Y35] a device with two histories says that it stands still, why, and what the server did not take', async () => {
  await copyAndGoOn()
  const { page } = laptop
  await goToSync(page)
  await expect(page.getByRole('heading', { name: 'This computer stands still' })).toBeVisible()
  const list = page.getByRole('grid', { name: 'Not taken in by the server' })
  await expect(list.getByRole('row').nth(1)).toContainText('Achieng Odhiambo')
  await expect(list.getByRole('row').nth(1)).toContainText('777.00')
  await page.getByRole('button', { name: 'Save the list as PDF' }).click()
  const saved = page.getByRole('status').filter({ hasText: '.pdf' })
  await expect(saved).toBeVisible()
  const file = /\S+\.pdf/.exec((await saved.textContent()) ?? '')?.[0] ?? ''
  expect(fs.readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  await laptop.picture('sync-stopped')
})

const stoppedDevice = (page: Page): Locator =>
  page
    .getByRole('grid', { name: 'Devices' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: '02', exact: true }) })

test('[Y32][Y33] head office sees it among the devices, and revokes it', async () => {
  const { page } = office
  await sync(office)
  await goToSync(page)
  const device = stoppedDevice(page)
  await expect(device).toContainText('Two histories')
  await device.click()
  await expect(page.getByText(/two computers wrote under its key/)).toBeVisible()
  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await office.picture('sync-revoke')
  await page.getByRole('button', { name: 'Yes, revoke device 02' }).click()
  await expect(device).toContainText('Revoked')
  await sync(office)
})

test('[A58][Y35] the laptop joins again in its window: a new recovery code, the list still there', async () => {
  const { page } = laptop
  await sync(laptop)
  await expect(page.getByText('Revoked by head office').first()).toBeVisible()
  await page.getByLabel('Invitation').fill(await invitation())
  await page.getByLabel(/^Passphrase/).fill(nextPassphrase)
  await page.getByLabel(/^Once more/).fill(nextPassphrase)
  await page.getByRole('button', { name: 'Join again' }).click()
  await expect(page.getByRole('heading', { name: 'Write this code down' })).toBeVisible()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(nextPassphrase)
  await page.getByLabel('Passphrase', { exact: true }).press('Enter')
  await expect(page.getByRole('banner').getByText('Daniel Otieno')).toBeVisible()
  await goToSync(page)
  await expect(page.getByRole('heading', { name: 'This computer stands still' })).toHaveCount(0)
  await expect(page.getByRole('grid', { name: 'Not taken in by the server' }).getByRole('row').nth(1)).toContainText(
    '777.00',
  )
  await laptop.picture('sync-joined-again')
})

test('[Y34][Y35] head office hands over what it kept; the deposit is posted again, and the list is taken away', async () => {
  const { page } = office
  for (const end of [office, laptop, office]) await sync(end)
  await stoppedDevice(page).click()
  await expect(page.getByLabel('Device that keeps it from now on')).toContainText('Device 03')
  await page.getByLabel('Device that keeps it from now on').selectOption({ label: 'Device 03' })
  await page.getByRole('button', { name: 'Hand it over' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await sync(office)
  await sync(laptop)
  const port = pagePort(laptop.page)
  await done(port, { type: 'day.open', date: new Date().toISOString().slice(0, 10) })
  await done(port, { type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 20 }] })
  await done(port, { type: 'savings.deposit', accountId, amountMinor: 77_700n, currency: 'KES' })
  expect(await sync(laptop)).toMatchObject({ state: 'idle', unsent: { count: 0 } })
  await laptop.page.getByRole('button', { name: 'The list is dealt with' }).click()
  await laptop.page.getByRole('button', { name: 'Yes, take the list away' }).click()
  await expect(laptop.page.getByRole('grid', { name: 'Not taken in by the server' })).toHaveCount(0)
})

/** Keeps a record of the laptop aside at head office, as a pull does with one that touches another's account. */
async function keepAside(): Promise<void> {
  const folder = openInstallationFolder(office.dataFolder)
  const [slot] = passphraseSlotsOf(present(readKeyring(folder), 'there is a keyring'), 'HO1')
  const keys = await openSlot(present(slot, 'head office has a slot'), foundedPassphrase, null)
  const [key] = present(keys, 'no keychain takes part').databaseKeys
  const books = openBooks({ file: folder.pathOf('branch.db'), key: present(key, 'the slot holds a key') })
  if (!books.ok) throw new Error(books.refusal)
  const { db } = books.value
  const record = db
    .prepare(
      `SELECT log_id AS log, public_key AS publicKey, seq + 1000 AS seq, hash, signature, bytes FROM record JOIN log USING (log_no)
       WHERE type = 'savings.deposited' AND own = 0 ORDER BY position LIMIT 1`,
    )
    .get() as Parameters<typeof quarantine>[1]
  quarantine(db, record, 'custody-violated', '2026-03-02T08:00:00.000Z')
  books.value.close()
}

test('[Y30] Attention lists what was kept aside, with its device, its number, the reason and the way on', async () => {
  const { page } = office
  await goToSync(page)
  await expect(page.getByText('Nothing was held back')).toBeVisible()
  await signOut(office)
  await keepAside()
  await office.signIn('HO1')
  await goToSync(page)
  const held = page.getByRole('listitem').filter({ hasText: 'Kept aside' })
  await expect(held).toContainText('Device 02')
  await expect(held).toContainText('It touches an account that another device keeps.')
  await expect(held).toContainText('Ask at that device whether money moved.')
  await expect(held).toContainText('Arrived')
  await office.picture('sync-attention')
})
