import { expect, type Locator, test } from '@playwright/test'
import { businessDate } from '../../core/calendar/business-date.ts'
import { type FoundedBranch, launchFounded } from './support/launch-founded.ts'

let branch: FoundedBranch
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('MGR1')
  await branch.execute({ type: 'day.open', date: businessDate(new Date().toISOString().slice(0, 10)) })
  await branch.execute({ type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 20 }] })
})
test.afterAll(() => branch.close())

const heading = (name: string): Locator => branch.page.getByRole('heading', { level: 1, name })
const button = (name: string): Locator => branch.page.getByRole('button', { name })

async function goTo(task: string): Promise<void> {
  await branch.page.evaluate(hash => {
    window.location.hash = hash
  }, `#/${task}`)
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await branch.page.keyboard.press(key)
}

/** Enter through the faces of a count that has `pieces` of the largest, then through the effect. */
async function countAndConfirm(pieces: string): Promise<void> {
  await expect(branch.page.getByLabel(/Pieces of KES 1,000/)).toBeFocused()
  await branch.page.keyboard.type(pieces)
  for (let face = 0; face < 12; face += 1) await press('Enter')
  await expect(button('Record the count')).toBeFocused()
  await press('Enter')
  await expect(heading('The count is recorded')).toBeVisible()
  await expect(branch.page.getByText('The count agrees')).toBeVisible()
}

test('[W40] the checklist of the day names the drawer and the vault that nobody has counted since money moved', async () => {
  await goTo('business-day')
  await expect(branch.page.getByText('The vault of Kisumu has not been counted since money moved')).toBeVisible()
  await expect(branch.page.getByText('Daniel Otieno still has an open drawer')).toBeVisible()
  await branch.picture('vault-checklist')
})

test('[W40] an open drawer is counted and kept from the keyboard', async () => {
  await press('F6')
  await expect(button('Count and keep')).toBeVisible()
  await press('k')
  await countAndConfirm('20')
  await press('Enter')
  await expect(button('Count and close')).toBeVisible()
})

test('[W40] the vault is counted from the keyboard, and the day then closes', async () => {
  await press('c')
  await expect(heading('Count and close the drawer')).toBeVisible()
  await branch.page.keyboard.type('20')
  for (let face = 0; face < 12; face += 1) await press('Enter')
  await expect(button('Close the drawer')).toBeFocused()
  await press('Enter')
  await expect(heading('The drawer is closed')).toBeVisible()
  await goTo('vault')
  await expect(heading('Vault')).toBeVisible()
  await expect(branch.page.getByText('To be counted')).toBeVisible()
  await branch.picture('vault-page')
  await expect(branch.page.getByRole('grid', { name: 'Cash in the vault' })).toBeFocused()
  await press('Enter')
  await expect(heading('Count the vault')).toBeVisible()
  await expect(branch.page.getByText('Short', { exact: true })).toHaveCount(0)
  await branch.picture('vault-count')
  await countAndConfirm('2000')
  await branch.picture('vault-counted')
  await press('Enter')
  await goTo('business-day')
  await expect(branch.page.getByText('All cash is counted')).toBeVisible()
  await press('c')
  await expect(heading('The day is closed')).toBeVisible()
})
