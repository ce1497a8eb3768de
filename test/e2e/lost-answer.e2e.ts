import { randomUUID } from 'node:crypto'
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

test('[W8] a deposit that the engine never came to is not recorded, and the window is told that nobody knows', async () => {
  const before = await balanceMinor()
  const key = randomUUID()
  const pid = await branch.enginePid()
  process.kill(pid, 'SIGSTOP')
  const asked = port.execute(deposit(key))
  await branch.killEngine()
  expect(await asked).toEqual({ ok: false, refusal: { type: 'outcome-unknown', key } })
  expect(await port.execute(signIn)).toMatchObject({ ok: true })
  expect(await port.query({ type: 'outcome', key })).toMatchObject({ ok: true, value: { known: false } })
  expect(await balanceMinor()).toBe(before)
})

test('[W8][W26] a form whose answer was lost with the engine shows what became of it, once, and then begins anew', async () => {
  const { page } = branch
  const form = `savings.deposit/${day.accountId}`
  const openForm = () =>
    page.evaluate(accountId => {
      window.location.hash = `#/deposit/${accountId}`
    }, day.accountId)
  const amount = page.getByLabel('Amount paid in')
  await openForm()
  await amount.fill('100')
  const saved = async () => {
    const draft = await port.query({ type: 'draft', form })
    return draft.ok && draft.value !== null
      ? (JSON.parse(draft.value) as { key: string; values: { amount: string } })
      : null
  }
  await expect.poll(async () => (await saved())?.values.amount).toBe('100')
  const key = (await saved())?.key ?? ''
  const before = await balanceMinor()
  expect(await port.execute(deposit(key))).toMatchObject({ ok: true })
  await branch.killEngine()
  expect(await port.execute(signIn)).toMatchObject({ ok: true })
  await openForm()
  await expect(page.getByRole('status', { name: /^Deposit recorded/ })).toBeVisible()
  await expect(page.getByText('Was recorded before')).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).press('Enter')
  await openForm()
  await expect(amount).toHaveValue('')
  await expect(amount).toBeFocused()
  expect(await balanceMinor()).toBe(before + 10_000n)
})
