import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { type FoundedBranch, foundedPassphrase, launchFounded } from './support/launch-founded.ts'

let branch: FoundedBranch
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
})
test.afterAll(() => branch.close())

/** The person's name in the bar at the top: the desk is open, and it is theirs. */
const signedIn = (name: string) => branch.page.getByRole('banner').getByText(name)

const fresh = 'a ladder in the shade'
const heading = (name: string) => branch.page.getByRole('heading', { name })
const button = (name: string) => branch.page.getByRole('button', { name })
const field = (name: string) => branch.page.getByLabel(name, { exact: true })

async function signInOnScreen(code: string, passphrase: string): Promise<void> {
  await branch.page.getByRole('radio', { name: code }).check()
  await field('Passphrase').fill(passphrase)
  await field('Passphrase').press('Enter')
}

test('[A39] a manager gives a colleague a new passphrase here, and it opens', async () => {
  const { page } = branch
  await branch.signIn('MGR1')
  await page.evaluate(() => {
    window.location.hash = '#/staff'
  })
  await page.getByText('Peter Mwangi').click()
  await button('Set a passphrase here').click()
  await field('New passphrase').fill(fresh)
  await field('Once more').fill('something else')
  await expect(page.getByText('The two differ')).toBeVisible()
  await expect(button('Yes, set it for Peter Mwangi')).toBeDisabled()
  await field('Once more').fill(fresh)
  await branch.picture('staff-passphrase-here')
  await field('Once more').press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'TEL1' })).toBeVisible()
  await branch.picture('staff-passphrase-set')
  await page.evaluate(() => window.branch.execute({ type: 'session.sign-out' }))
  await signInOnScreen('TEL1', fresh)
  await expect(signedIn('Peter Mwangi')).toBeVisible()
})

test('[G10][W57] head office opens a branch, and who is added there and their computer belong to it', async () => {
  const { page } = branch
  await branch.signIn('HO1')
  await page.evaluate(() => {
    window.location.hash = '#/branches'
  })
  await expect(page.getByRole('row', { name: /001 Kisumu/ })).toBeVisible()
  await button('Open a branch').click()
  const dialog = page.getByRole('dialog', { name: 'Open a branch' })
  await dialog.getByRole('textbox', { name: 'Branch code' }).fill('001')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Siaya')
  await dialog.getByRole('textbox', { name: 'Name' }).press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('001 is taken')
  await dialog.getByRole('textbox', { name: 'Branch code' }).fill('002')
  await dialog.getByRole('textbox', { name: 'Branch code' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row', { name: /002 Siaya/ })).toBeVisible()
  await branch.picture('branches')
  const answer = await page.evaluate(() => window.branch.query({ type: 'branches' }))
  const siaya = answer.ok ? answer.value.find(({ code }) => code === '002')?.branchId : undefined
  await page.evaluate(() => {
    window.location.hash = '#/staff'
  })
  await button('Add a person').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Ruth Akinyi')
  await page.getByRole('textbox', { name: 'Staff code' }).fill('TEL2')
  await page.getByLabel('Branch', { exact: true }).selectOption('002 Siaya')
  await page.getByLabel(/^First passphrase/).fill(fresh)
  await branch.picture('staff-of-branch')
  await page.getByLabel(/^First passphrase/).press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  const staff = await page.evaluate(() => window.branch.query({ type: 'staff' }))
  expect(staff.ok && staff.value.find(({ code }) => code === 'TEL2')?.branchId).toBe(siaya)
})

test('[A41] the manager who signs in after the keeper of the recovery code was suspended is shown a new one, once', async () => {
  const { page } = branch
  await branch.signIn('HO1')
  await branch.execute({ type: 'staff.add', code: 'HO2', name: 'Joy Naliaka', role: 'head-office', passphrase: fresh })
  await page.evaluate(passphrase => window.branch.execute({ type: 'session.sign-in', code: 'HO2', passphrase }), fresh)
  const staffId = await page.evaluate(async () => {
    const staff = await window.branch.query({ type: 'staff' })
    return staff.ok ? staff.value.find(({ code }) => code === 'HO1')?.staffId : undefined
  })
  await branch.execute({ type: 'staff.suspend', staffId })
  await page.evaluate(() => window.branch.execute({ type: 'session.sign-out' }))
  await signInOnScreen('MGR1', foundedPassphrase)
  await expect(heading('Write this code down')).toBeVisible()
  await expect(page.getByText(/Nobody kept the code/)).toBeVisible()
  await expect(page.locator('[data-recovery-code]')).toHaveText(/^(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}$/)
  await branch.picture('recovery-inherited')
  await page.getByRole('checkbox').check()
  await button('Go on').click()
  await expect(signedIn('Daniel Otieno')).toBeVisible()
  await page.evaluate(() => window.branch.execute({ type: 'session.sign-out' }))
  await signInOnScreen('MGR1', foundedPassphrase)
  await expect(signedIn('Daniel Otieno')).toBeVisible()
})

const own = 'a stone for the well'

test('[A30] who keeps the recovery code changes their passphrase under Settings, and is shown the next code', async () => {
  const { page } = branch
  await page.evaluate(() => {
    window.location.hash = '#/settings'
  })
  const panel = page.locator('form').filter({ has: button('Change passphrase') })
  await panel.getByLabel('Present passphrase').fill(foundedPassphrase)
  await panel.getByLabel('New passphrase').fill(own)
  await panel.getByLabel('Once more').fill(own)
  await button('Change passphrase').click()
  await expect(heading('Write this code down')).toBeVisible()
  await expect(page.getByText(/The older code opens nothing any more/)).toBeVisible()
  await page.getByRole('checkbox').check()
  await button('Go on').click()
  await page.evaluate(() => window.branch.execute({ type: 'session.sign-out' }))
  await signInOnScreen('MGR1', own)
  await expect(signedIn('Daniel Otieno')).toBeVisible()
})

test('[A63] a change of the books’ key that is put off is said on every page, until a sign-in makes it', async () => {
  const { page } = branch
  const notice = page.getByRole('status').filter({ hasText: 'The books do not have their new key yet' })
  const [key, away] = ['device.key', 'device.away'].map(name => path.join(branch.dataFolder, name))
  await expect(notice).toHaveCount(0)
  fs.renameSync(key ?? '', away ?? '')
  const staffId = await page.evaluate(async () => {
    const staff = await window.branch.query({ type: 'staff' })
    return staff.ok ? staff.value.find(({ code }) => code === 'TEL1')?.staffId : undefined
  })
  await branch.execute({ type: 'staff.set-passphrase', staffId, passphrase: own })
  await expect(notice).toBeVisible()
  await branch.picture('key-change-waits')
  fs.renameSync(away ?? '', key ?? '')
  await page.evaluate(() => window.branch.execute({ type: 'session.sign-out' }))
  await signInOnScreen('MGR1', own)
  await expect(signedIn('Daniel Otieno')).toBeVisible()
  await expect(notice).toHaveCount(0)
})
