import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { demonstrationPassphrase } from '../../core/demo/demonstration-people.ts'
import { depositForm } from './support/deposit-form.ts'
import { launchBranch } from './support/launch-branch.ts'
import { type DemonstrationBranch, launchDemonstration, officerSignIn } from './support/launch-demonstration.ts'

let branch: DemonstrationBranch
let form: ReturnType<typeof depositForm>
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchDemonstration()
  form = depositForm(branch.page, branch.day.accountId)
})
test.afterAll(() => branch.close())

async function typePassphrase(page = branch.page): Promise<void> {
  await page.getByLabel('Passphrase').fill(demonstrationPassphrase)
  await page.getByLabel('Passphrase').press('Enter')
}

test('[W8] a deposit that the engine never came to is not recorded, and the window is told that nobody knows', async () => {
  const before = await form.balanceMinor()
  const key = await form.fillIn()
  process.kill(await branch.enginePid(), 'SIGSTOP')
  const { accountId } = branch.day
  const asked = branch.port.execute({
    type: 'savings.deposit',
    key: '0d5bd9f6-6ad4-4b64-a9a3-6f0b7a0a4a01',
    accountId,
    amountMinor: 10_000n,
    currency: 'KES',
  })
  await form.postButton.press('Enter')
  await branch.killEngine()
  expect(await asked).toMatchObject({ ok: false, refusal: { type: 'outcome-unknown' } })
  expect(await branch.port.execute(officerSignIn)).toMatchObject({ ok: true })
  expect(await form.isRecorded(key)).toBe(false)
  expect(await form.balanceMinor()).toBe(before)
})

test('[W8][W26] the officer signs in again where the work was: nothing was posted, the amount is there, and it is posted once', async () => {
  const before = await form.balanceMinor()
  const key = await form.fillIn()
  process.kill(await branch.enginePid(), 'SIGSTOP')
  await form.postButton.press('Enter')
  await branch.killEngine()
  await typePassphrase()
  await expect(branch.page.getByRole('status').filter({ hasText: 'Nothing was posted.' })).toBeVisible()
  await expect(form.amount).toHaveValue(/^100/)
  await form.amount.press('Enter')
  await expect(form.postButton).toBeFocused()
  await form.postButton.press('Enter')
  await expect(form.recorded).toBeVisible()
  await expect(form.recordedBefore).toBeHidden()
  expect(await form.isRecorded(key)).toBe(true)
  expect(await form.balanceMinor()).toBe(before + 10_000n)
})

/** When the books' file was written last, in nanoseconds. */
const writtenAt = (): bigint => fs.statSync(path.join(branch.dataFolder, 'branch.db-wal'), { bigint: true }).mtimeNs

const rendererPid = () =>
  branch.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)

/**
 * The window posts while its engine stands still, and is stopped itself before the engine goes on: the engine records the deposit, and
 * its answer reaches nobody. Then the power goes.
 */
async function loseTheAnswer(): Promise<void> {
  const [engine, renderer] = [await branch.enginePid(), await rendererPid()]
  process.kill(engine, 'SIGSTOP')
  await form.postButton.press('Enter')
  await expect(branch.page.getByRole('button', { name: 'Post the deposit' })).toHaveAttribute('data-loading', 'true')
  process.kill(renderer, 'SIGSTOP')
  const before = writtenAt()
  process.kill(engine, 'SIGCONT')
  await expect.poll(writtenAt).not.toBe(before)
  await expect(async () => {
    const last = writtenAt()
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(writtenAt()).toBe(last)
  }).toPass()
  for (const pid of [engine, renderer, branch.app.process().pid ?? 0]) process.kill(pid, 'SIGKILL')
}

test('[W8][W26] the power goes between the record and its answer: the form says that it was recorded, and it counts once', async () => {
  const before = await form.balanceMinor()
  const key = await form.fillIn()
  await loseTheAnswer()
  const { dataFolder, userFolder } = branch
  const again = await launchBranch({ dataFolder, userFolder })
  await again.page.getByRole('radio', { name: 'OFF1' }).check()
  await typePassphrase(again.page)
  const found = depositForm(again.page, branch.day.accountId)
  await expect(again.page.getByRole('heading', { level: 1, name: 'My day' })).toBeVisible()
  expect(await found.isRecorded(key)).toBe(true)
  await found.open()
  await expect(found.recorded).toBeVisible()
  await expect(found.recordedBefore).toBeVisible()
  await again.page.getByRole('button', { name: 'Done' }).press('Enter')
  await found.open()
  await expect(found.amount).toHaveValue('')
  await expect(found.amount).toBeFocused()
  expect(await found.balanceMinor()).toBe(before + 10_000n)
  await again.close()
})
