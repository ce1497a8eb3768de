import { expect, type Locator, test } from '@playwright/test'
import { businessDate } from '../../core/calendar/business-date.ts'
import { type FoundedBranch, launchFounded } from './support/launch-founded.ts'

let branch: FoundedBranch
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('TEL1')
  await branch.execute({ type: 'day.open', date: businessDate(new Date().toISOString().slice(0, 10)) })
  await branch.execute({ type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 20 }] })
})
test.afterAll(() => branch.close())

const heading = (name: string): Locator => branch.page.getByRole('heading', { level: 1, name })
const button = (name: string): Locator => branch.page.getByRole('button', { name, exact: false })
const thousands = (): Locator => branch.page.getByLabel(/Pieces of KES 1,000/)

async function goTo(task: string): Promise<void> {
  await branch.page.evaluate(hash => {
    window.location.hash = hash
  }, `#/${task}`)
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await branch.page.keyboard.press(key)
}

/** Pieces of the largest face, then Enter through the others. */
async function count(pieces: string): Promise<void> {
  await expect(thousands()).toBeFocused()
  await branch.page.keyboard.type(pieces)
  for (let face = 0; face < 12; face += 1) await press('Enter')
}

async function sendToVault(pieces: string): Promise<void> {
  await goTo('cash')
  await expect(button('Send cash')).toBeVisible()
  await press('s')
  await expect(heading('Send cash')).toBeVisible()
  await expect(branch.page.getByLabel('From')).toBeFocused()
  await press('Enter')
  await expect(branch.page.getByLabel('To')).toBeFocused()
  await press('ArrowDown')
  await expect(branch.page.getByLabel('To')).toHaveValue(/\/KES$/)
  await press('Enter')
  await expect(branch.page.getByLabel('Bag or slip number')).toBeFocused()
  await press('Enter')
  await count(pieces)
  await expect(button('Send it')).toBeFocused()
}

test('[W43] a teller sends cash from the drawer to the vault from the keyboard', async () => {
  await sendToVault('8')
  await branch.picture('cash-send')
  await press('Enter')
  await expect(heading('Cash sent')).toBeVisible()
  await expect(branch.page.getByRole('button', { name: 'Done' })).toBeFocused()
  await press('Enter')
  await expect(branch.page.getByRole('grid', { name: 'Cash on its way' })).toBeVisible()
  await branch.picture('cash-position')
})

test('[W43] what was sent by mistake is called back', async () => {
  await sendToVault('1')
  await press('Enter')
  await expect(branch.page.getByRole('button', { name: 'Done' })).toBeFocused()
  await press('Enter')
  const list = branch.page.getByRole('grid', { name: 'Cash on its way' })
  await expect(list).toBeFocused()
  await expect(list.getByText('1,000.00')).toBeVisible()
  await press('End')
  await expect(list.locator('[aria-selected="true"]')).toContainText('1,000.00')
  await press('Enter')
  await expect(heading('Call back')).toBeVisible()
  await expect(button('Call it back')).toBeFocused()
  await branch.picture('cash-call-back')
  await press('Enter')
  await expect(heading('Called back')).toBeVisible()
})

test('[W43] the manager finds on My day what waits, counts it unseen, and settles what is missing', async () => {
  await branch.signIn('MGR1')
  await goTo('my-day')
  await expect(branch.page.getByText('Cash waits for you to count and receive it.')).toBeVisible()
  await branch.picture('my-day-cash')
  await goTo('cash')
  await expect(branch.page.getByRole('grid', { name: 'Cash on its way' })).toBeFocused()
  await press('Enter')
  await expect(heading('Count and receive')).toBeVisible()
  await expect(branch.page.getByText('8,000')).toHaveCount(0)
  await count('7')
  await expect(branch.page.getByText('Your count is not what was sent.')).toBeVisible()
  await expect(branch.page.getByLabel('Why it differs')).toBeFocused()
  await branch.picture('cash-differs')
  await press('ArrowDown')
  await expect(branch.page.getByLabel('Why it differs')).toHaveValue('miscounted')
  await press('Enter')
  await expect(branch.page.getByLabel('What happened?')).toBeFocused()
  await branch.page.keyboard.type('One note fewer in the bag')
  await expect(branch.page.getByText('Short', { exact: true })).toBeVisible()
  await press('Enter')
  await expect(button('Receive it')).toBeFocused()
  await branch.picture('cash-settled')
  await press('Enter')
  await expect(heading('Cash received')).toBeVisible()
  await expect(branch.page.getByRole('button', { name: 'Done' })).toBeFocused()
  await press('Enter')
  await expect(branch.page.getByText('No cash is on its way')).toBeVisible()
  await branch.picture('cash-nothing-on-its-way')
})

test('[W43] head office adds an account at a bank, and the vault sends to it', async () => {
  await branch.signIn('HO1')
  await goTo('bank-accounts')
  await expect(button('Add a bank account')).toBeVisible()
  await press('n')
  const dialog = branch.page.getByRole('dialog')
  await expect(dialog.getByLabel('Account of the chart')).toBeFocused()
  await dialog.getByLabel('Account of the chart').selectOption({ label: '1130 Cash at bank' })
  await press('Tab')
  await branch.page.keyboard.type('Equity Bank')
  await press('Tab')
  await expect(dialog.getByLabel('Account number')).toBeFocused()
  await branch.page.keyboard.type('0123456789')
  await expect(dialog.getByRole('button', { name: 'Add a bank account' })).toBeEnabled()
  await branch.picture('bank-account-add')
  await press('Enter')
  await expect(branch.page.getByRole('grid', { name: 'Bank accounts' })).toContainText('Equity Bank')
  await goTo('send-cash')
  await expect(branch.page.getByLabel('From')).toBeFocused()
  await expect(branch.page.getByLabel('To')).toContainText('Equity Bank')
})

test('[C15][C16] head office sets a limit, and the effect of cash that passes it tells so', async () => {
  await goTo('cash-limits')
  await expect(button('Set a limit')).toBeVisible()
  await press('n')
  const dialog = branch.page.getByRole('dialog')
  await expect(dialog.getByLabel('Branch')).toBeFocused()
  await dialog.getByLabel('At least').fill('1,985,000')
  await expect(dialog.getByRole('button', { name: 'Set a limit' })).toBeEnabled()
  await press('Enter')
  await expect(branch.page.getByRole('grid', { name: 'Limits of cash' })).toContainText('1,985,000.00')
  await branch.picture('cash-limits')
  await goTo('send-cash')
  await branch.page.getByLabel('To').selectOption({ index: 1 })
  await thousands().focus()
  await count('3')
  await expect(branch.page.getByRole('note')).toContainText('less than the')
  await branch.picture('cash-beyond-limit')
})
