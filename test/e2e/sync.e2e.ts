import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import type { DemonstrationDay } from '../../core/demo/demonstration-day.ts'
import { demonstrationPassphrase } from '../../core/demo/demonstration-people.ts'
import type { EnginePort } from '../../core/engine/port.ts'
import type { SyncAnswer } from '../../core/query/sync-answers.ts'
import { type CuttingProxy, cuttingProxy } from '../core/sync/support/cutting-proxy.ts'
import { type DemonstrationBranch, launchDemonstration } from './support/launch-demonstration.ts'
import { type ServerProcess, serverProcess } from './support/server-process.ts'

let branch: DemonstrationBranch
let port: EnginePort
let day: DemonstrationDay
let server: ServerProcess
let line: CuttingProxy
const serverFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'branch-server-'))

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchDemonstration()
  ;({ port, day } = branch)
  server = await serverProcess(serverFolder)
  line = await cuttingProxy(server.url)
})
test.afterAll(async () => {
  await branch.close()
  await line.close()
  await server.kill()
  fs.rmSync(serverFolder, { recursive: true, force: true })
})

const signIn = (code: string) => port.execute({ type: 'session.sign-in', code, passphrase: demonstrationPassphrase })

async function sync(): Promise<SyncAnswer> {
  const answer = await port.execute({ type: 'sync.now' })
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value
}

async function unsent(): Promise<number> {
  const answer = await port.query({ type: 'sync' })
  return answer.ok ? answer.value.unsent.count : Number.NaN
}

async function ownHead(): Promise<number> {
  const journal = await port.query({ type: 'journal', limit: 1 })
  return (journal.ok && journal.value.rows[0]?.record.seq) || 0
}

/** What the server itself holds: how many records, and the highest number among them. */
function stored(): { records: number; highest: number } {
  const db = new Sqlite(path.join(serverFolder, 'main.db'), { readonly: true })
  try {
    return db.prepare('SELECT count(*) AS records, max(seq) AS highest FROM record').get() as ReturnType<typeof stored>
  } finally {
    db.close()
  }
}

async function deposit(times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    const command = { type: 'savings.deposit', accountId: day.accountId, amountMinor: 100n, currency: 'KES' } as const
    expect(await port.execute({ ...command, key: randomUUID() })).toMatchObject({ ok: true })
  }
}

/** The badge says how many wait and since when, and the page behind it also how much money they move. */
async function expectShown({ unsent: { count, amountMinor } }: SyncAnswer): Promise<void> {
  const { page } = branch
  const age = /Oldest: (now|\d+ minutes? ago)/
  const badge = page.getByRole('banner').getByRole('link', { name: new RegExp(`^${count} unsent\\b`) })
  await expect(badge).toContainText(age)
  await badge.click()
  const records = page.getByRole('button', { name: /^Unsent records/ })
  await expect(records.getByText(`${count}`, { exact: true })).toBeVisible()
  await expect(records).toContainText(age)
  expect(amountMinor).toBe(BigInt(count) * 100n)
  const amount = new RegExp(`(?<![\\d.,])${count}\\.00(?!\\d)`)
  await expect(page.getByRole('button', { name: 'Unsent amount' })).toContainText(amount)
  await branch.picture('sync-unsent')
}

test('[Y6][Y11] the branch is connected in the window with the founding code, and its whole journal arrives', async () => {
  const { page } = branch
  expect(await signIn('HO1')).toMatchObject({ ok: true })
  await page.evaluate(() => {
    location.hash = '#/sync'
  })
  await page.getByRole('textbox', { name: 'Server' }).fill(line.url)
  await page.getByRole('textbox', { name: 'One-time code' }).fill(server.foundingCode ?? '')
  await page.getByRole('button', { name: 'Connect to the server' }).click()
  await expect.poll(unsent).toBe(0)
  const head = await ownHead()
  expect(stored()).toEqual({ records: head, highest: head })
  await branch.picture('sync-connected')
})

/** Longer than the device waits for an answer that never comes: whatever the cut left behind is given up, and sent anew. */
const patienceMs = 100_000

test('[Y1][Y11] an answer that is cut off, a dead server and a dead engine lose nothing and send nothing twice', async () => {
  expect(await signIn('OFF1')).toMatchObject({ ok: true })
  line.cutAnswersTo = 'POST /v1/logs'
  await deposit(5)
  const cut = await sync()
  expect(line.cuts()).toBeGreaterThan(0)
  expect(cut.unsent.count).toBeGreaterThan(0)
  expect(stored().records, 'the server has what the device does not know of').toBeGreaterThan(cut.acknowledgedSeq)

  await server.kill()
  await deposit(5)
  const waiting = await sync()
  expect(waiting.unsent.count).toBeGreaterThanOrEqual(5)
  await expectShown(waiting)
  await branch.killEngine()
  expect(await signIn('OFF1')).toMatchObject({ ok: true })

  server = await serverProcess(serverFolder, Number(new URL(server.url).port))
  line.cutAnswersTo = null
  await expect.poll(async () => (await sync()).unsent.count, { timeout: patienceMs }).toBe(0)
  const head = await ownHead()
  expect(stored()).toEqual({ records: head, highest: head })
})
