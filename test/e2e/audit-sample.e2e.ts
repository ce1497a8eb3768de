import fs from 'node:fs'
import path from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { businessDate } from '../../core/calendar/business-date.ts'
import { type FoundedBranch, foundedPassphrase, launchFounded } from './support/launch-founded.ts'

let branch: FoundedBranch
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('HO1')
  const auditor = { code: 'AUD1', name: 'Ruth Achieng', role: 'auditor', passphrase: foundedPassphrase }
  await branch.execute({ type: 'staff.add', ...auditor })
  await branch.signIn('TEL1')
  await branch.execute({ type: 'day.open', date: businessDate(new Date().toISOString().slice(0, 10)) })
  await branch.execute({ type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 20 }] })
  const person = { givenNames: 'Achieng', familyName: 'Odhiambo', sex: 'female', birthDate: businessDate('1988-04-17') }
  const { clientId = '' } = await branch.execute({ type: 'client.register', client: person })
  const { accountId = '' } = await branch.execute({ type: 'savings.open', clientId, productId: 'passbook-savings' })
  for (const amountMinor of [250_000n, 310_000n, 120_050n])
    await branch.execute({ type: 'savings.deposit', accountId, amountMinor, currency: 'KES' })
  await branch.signIn('AUD1')
  await expect(heading('My day')).toBeVisible()
})
test.afterAll(() => branch.close())

/** As long as a note may be. */
const whatWasFound =
  'The slip is missing; the client’s brother signed, and the number on the passbook is not that of the account, see file 7'

const heading = (name: string | RegExp): Locator => branch.page.getByRole('heading', { level: 1, name })
const row = (name: RegExp): Locator => branch.page.getByRole('row', { name })
const field = (name: string | RegExp): Locator => branch.page.getByLabel(name, { exact: true })
const grid = (): Locator => branch.page.getByRole('grid')
const press = (key: string): Promise<void> => branch.page.keyboard.press(key)
const type = (text: string): Promise<void> => branch.page.keyboard.type(text)

test('[V24] the auditor says what to draw from, sees how much that is, and draws the two largest deposits', async () => {
  await press('Control+K')
  await expect(branch.page.getByRole('combobox')).toBeFocused()
  await type('Audit samples')
  await press('Enter')
  await expect(heading('Audit samples')).toBeVisible()
  await expect(branch.page.getByLabel(/What it is for/)).toBeFocused()
  await type('Deposits of the month')
  await field('Operation').selectOption('savings.deposited')
  await expect(branch.page.getByText('6,800.50')).toBeVisible()
  await field('At least').fill('a lot')
  await expect(branch.page.getByRole('button', { name: 'Draw' })).toBeDisabled()
  await field('At least').fill('1,200')
  await expect(branch.page.getByRole('button', { name: 'Draw' })).toBeEnabled()
  await field('How').selectOption('largest')
  await field('How many').focus()
  await press('Control+A')
  await type('2')
  await branch.picture('audit-sample-draw')
  await press('Enter')
  await expect(heading('Deposits of the month')).toBeVisible()
  await expect(row(/3,100\.00/)).toBeVisible()
  await expect(row(/2,500\.00/)).toBeVisible()
  await expect(row(/1,200\.50/)).toHaveCount(0)
})

test('[V24] items are marked by one key each, an exception with what was found', async () => {
  await expect(grid()).toBeFocused()
  await press('a')
  await expect(row(/2,500\.00.*Agreed/)).toBeVisible()
  await press('ArrowDown')
  await press('e')
  await expect(field('What was found')).toBeFocused()
  await type(whatWasFound)
  await press('Enter')
  await expect(row(/3,100\.00.*Exception.*The slip is missing/)).toBeVisible()
  await expect(branch.page.getByText('2 / 2')).toBeVisible()
  await expect(grid()).toBeFocused()
  await branch.picture('audit-sample')
})

test('[V24] an item opens its record with receipt and lines, the record the books as of its day, and Esc leads back to the item', async () => {
  await press('Enter')
  await expect(heading(/Deposit/)).toBeVisible()
  await expect(branch.page.getByText('3,100.00').first()).toBeVisible()
  await press('b')
  await expect(heading('Statements')).toBeVisible()
  await expect(row(/2110 Passbook savings.*6,800\.50/)).toBeVisible()
  await branch.picture('audit-as-of')
  await press('Escape')
  await expect(heading(/Deposit/)).toBeVisible()
  await press('Escape')
  await expect(heading('Deposits of the month')).toBeVisible()
  await expect(grid()).toBeFocused()
  await expect(row(/3,100\.00/)).toHaveAttribute('aria-selected', 'true')
})

test('[V23] the working paper is saved as PDF, workbook and CSV, with its marks and its control block', async () => {
  for (const [key, extension] of [
    ['p', 'pdf'],
    ['x', 'xlsx'],
    ['v', 'csv'],
  ] as const) {
    await press(key)
    await expect(branch.page.getByRole('status').filter({ hasText: `.${extension}` })).toBeVisible({ timeout: 30_000 })
  }
  const folder = fs.readdirSync(branch.userFolder, { recursive: true, encoding: 'utf8' })
  const csv = folder.find(name => /working-paper-.*\.csv$/.test(name)) ?? ''
  const text = fs.readFileSync(path.join(branch.userFolder, csv), 'utf8')
  expect(text).toContain('3100.00')
  expect(text).toContain(whatWasFound)
  expect(text).toMatch(/Population now/)
  expect(text).toMatch(/journal-head/)
})

test('[V24] the list of working papers says how far each has come', async () => {
  await press('Escape')
  await expect(heading('Audit samples')).toBeVisible()
  await expect(row(/Deposits of the month.*2 \/ 2.*1/)).toBeVisible()
  await branch.picture('audit-samples')
})
