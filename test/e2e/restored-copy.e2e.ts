import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { type FoundedBranch, foundedPassphrase, launchFounded } from './support/launch-founded.ts'

let branch: FoundedBranch
let recoveryCode = ''
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
})
test.afterAll(() => branch.close())

const file = (name: string): string => path.join(branch.dataFolder, name)
const heading = (name: string) => branch.page.getByRole('heading', { name })
const button = (name: string) => branch.page.getByRole('button', { name, exact: true })
const signedIn = (name: string) => branch.page.getByRole('banner').getByText(name)

async function signInOnScreen(code: string, label: string, secret: string): Promise<void> {
  await branch.page.getByRole('radio', { name: code }).check()
  await branch.page.getByLabel(label, { exact: true }).fill(secret)
  await branch.page.getByLabel(label, { exact: true }).press('Enter')
}

const signOut = () => branch.page.evaluate(() => window.branch.execute({ type: 'session.sign-out' }))

test('[A57] who manages renews the recovery code under Settings: shown once, as at the founding', async () => {
  const { page } = branch
  await branch.signIn('MGR1')
  await page.evaluate(() => {
    window.location.hash = '#/settings'
  })
  const panel = page.locator('form').filter({ has: button('Make a new code') })
  await panel.getByLabel('Present passphrase').fill(foundedPassphrase)
  await branch.picture('recovery-renew')
  await button('Make a new code').click()
  await expect(heading('Write this code down')).toBeVisible()
  await expect(page.getByText(/The older code opens nothing any more/)).toBeVisible()
  recoveryCode = (await page.locator('[data-recovery-code]').textContent()) ?? ''
  expect(recoveryCode).toMatch(/^(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}$/)
  await page.getByRole('checkbox').check()
  await button('Go on').click()
  await expect(button('Make a new code')).toBeDisabled()
  await signOut()
})

test('[A57] a teller is not offered it', async () => {
  await branch.signIn('TEL1')
  await branch.page.evaluate(() => {
    window.location.hash = '#/settings'
  })
  await expect(button('Change passphrase')).toBeVisible()
  await expect(button('Make a new code')).toHaveCount(0)
  await signOut()
})

test('[A52] an older copy of the books is named on a page of its own, with the ways on; the newer file opens again', async () => {
  fs.copyFileSync(file('branch.db'), file('older'))
  await branch.signIn('HO1')
  await branch.execute({
    type: 'staff.add',
    code: 'NEW1',
    name: 'Joy Naliaka',
    role: 'teller',
    passphrase: foundedPassphrase,
  })
  await signOut()
  fs.copyFileSync(file('branch.db'), file('newer'))
  fs.copyFileSync(file('older'), file('branch.db'))
  await signInOnScreen('HO1', 'Passphrase', foundedPassphrase)
  await expect(heading('These books are an older copy')).toBeVisible()
  await expect(heading('First, save what is unsent')).toBeVisible()
  await expect(branch.page.getByText(/ask head office for an invitation/)).toBeVisible()
  await branch.picture('weather-restored-copy')
  fs.copyFileSync(file('newer'), file('branch.db'))
  await signInOnScreen('HO1', 'Passphrase', foundedPassphrase)
  await expect(signedIn('Grace Wanjiru')).toBeVisible()
  await signOut()
})

test('[A53] where nothing says how far the books had come, the page asks for the recovery code', async () => {
  fs.rmSync(file('log.head'))
  await branch.page.reload()
  await signInOnScreen('MGR1', 'Passphrase', foundedPassphrase)
  await expect(heading('Nothing says how far the books had come')).toBeVisible()
  await branch.picture('weather-head-missing')
  await signInOnScreen('MGR1', 'Recovery code', recoveryCode)
  await expect(signedIn('Daniel Otieno')).toBeVisible()
  await signOut()
  await signInOnScreen('HO1', 'Passphrase', foundedPassphrase)
  await expect(signedIn('Grace Wanjiru')).toBeVisible()
})
