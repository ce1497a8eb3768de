import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts'
import { firstDayOf, lastDayOf, nextPeriod, periodOf } from '../../core/calendar/period.ts'
import type { Founding } from '../../core/institution/founding.ts'
import { formatPeriod } from '../../renderer/lib/format-date.ts'
import { typedDate } from '../../renderer/lib/read-date.ts'
import { type Branch, launchBranch } from './support/launch-branch.ts'
import { pagePort } from './support/page-port.ts'

const passphrase = 'correct horse battery staple'
const locale = 'en-KE'
const today = businessDate(new Date().toISOString().slice(0, 10))
const month = periodOf(today)
const monthName = formatPeriod(month, locale)
const lastDay: BusinessDate = lastDayOf(month)
const nextMonth: BusinessDate = firstDayOf(nextPeriod(month))

const founding: Founding = {
  institutionName: 'Tumaini Microfinance',
  country: 'KE',
  currency: 'KES',
  template: 'microfinance',
  // The month that is closed ends the year.
  fiscalYearStartMonth: Number(nextMonth.slice(5, 7)),
  branch: { code: '001', name: 'Kisumu' },
  staff: [
    { code: 'MGR1', name: 'Daniel Otieno', role: 'manager', passphrase },
    { code: 'ACC1', name: 'Fatuma Ali', role: 'accountant', passphrase },
  ],
  openingVault: [{ faceMinor: 100_000n, pieces: 2_000 }],
}

let branch: Branch
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchBranch()
  await execute({ type: 'institution.create', founding })
  await signInAs('MGR1')
  await execute({ type: 'day.open', date: today })
  await signInAs('ACC1')
})
test.afterAll(() => branch.close())

async function execute(command: { readonly type: string; readonly [field: string]: unknown }): Promise<void> {
  const answer = await pagePort(branch.page).execute({ key: randomUUID(), ...command } as never)
  if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.type}`)
}

async function signInAs(code: string): Promise<void> {
  const port = pagePort(branch.page)
  await port.execute({ type: 'session.sign-out' })
  expect(await port.execute({ type: 'session.sign-in', code, passphrase })).toMatchObject({ ok: true })
}

const keyboard = () => branch.page.keyboard
const heading = (name: string | RegExp): Locator => branch.page.getByRole('heading', { level: 1, name })
const dialog = (): Locator => branch.page.getByRole('dialog')
const button = (name: string | RegExp): Locator => branch.page.getByRole('button', { name })
const field = (name: string | RegExp): Locator => branch.page.getByLabel(name, { exact: typeof name === 'string' })

/** A field that must be filled has a mark behind its name. */
const required = (name: string): Locator => branch.page.getByLabel(new RegExp(`^${name}`))
const accountOf = (line: number): Locator => branch.page.getByRole('combobox', { name: `Account of line ${line}` })

async function goTo(task: string): Promise<void> {
  await branch.page.evaluate(hash => {
    window.location.hash = hash
  }, `#/${task}`)
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await keyboard().press(key)
}

async function type(...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await keyboard().type(text)
    await press('Enter')
  }
}

/** The manager, who is at hand, reads it and signs. */
async function sign(): Promise<void> {
  await button('Ask a manager here').click()
  await expect(field('Staff code')).toBeFocused()
  await field('Staff code').fill('MGR1')
  await field('Passphrase').fill(passphrase)
  await press('Enter')
  await expect(branch.page.getByRole('dialog')).toBeHidden()
}

/** Rent that is owed, from the keyboard alone: the second line takes what the first one leaves open. */
async function writeRent(): Promise<void> {
  await goTo('post-journal')
  await expect(accountOf(1)).toBeFocused()
  await type('5400')
  await expect(field('Debit of line 1')).toBeFocused()
  await type('12,500')
  await expect(accountOf(2)).toBeFocused()
  await type('2270', '')
  await expect(field('Credit of line 2')).toBeFocused()
  await press('=')
  await expect(branch.page.getByText('Balanced')).toBeVisible()
  await press('Enter')
}

/** One dot of a scanner, and a PDF's first bytes. */
const scan = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const bill = Buffer.from('%PDF-1.7 rent of March')

async function seeScan(within: Locator | Page): Promise<void> {
  await within.getByRole('button', { name: 'Paper 1 (PNG)' }).click()
  const picture = within.getByRole('img', { name: 'The paper as a picture' })
  await expect(picture).toBeVisible()
  await expect(picture).toHaveJSProperty('naturalWidth', 1)
}

async function saveBill(within: Locator | Page): Promise<void> {
  const folder = fs.mkdtempSync(path.join(branch.userFolder, 'stick-'))
  await branch.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, folder)
  await within.getByRole('button', { name: 'Paper 2 (PDF)' }).click()
  await within.getByRole('button', { name: 'Save the paper' }).click()
  await expect(within.getByRole('status').filter({ hasText: folder })).toBeVisible()
  const [made = ''] = fs.readdirSync(folder)
  expect(fs.readFileSync(path.join(folder, made, 'paper.pdf'))).toEqual(bill)
}

test('[G5][G6][W39][W54] a journal is written from the keyboard, shows its effect, and is posted by who read its papers', async () => {
  await writeRent()
  await press('Enter')
  await expect(branch.page.getByRole('table', { name: 'Balance of' })).toContainText('12,500.00')
  await branch.picture('ledger-journal')
  await branch.page.locator('input[type=file]').setInputFiles([
    { name: 'rent.png', mimeType: 'image/png', buffer: scan },
    { name: 'rent.pdf', mimeType: 'application/pdf', buffer: bill },
  ])
  await expect(branch.page.getByText('Attached: 2')).toBeVisible()
  await button('Ask a manager here').click()
  await seeScan(dialog())
  await saveBill(dialog())
  await press('Escape')
  await expect(dialog()).toBeHidden()
  await button('Send for approval').click()
  await expect(heading('Sent for approval')).toBeVisible()
  await approveRent()
  await expect(branch.page.getByText('Manual journal').first()).toBeVisible()
  await expect(branch.page.getByRole('main').getByText('Daniel Otieno')).toBeVisible()
  await seeScan(branch.page)
  await saveBill(branch.page)
  await branch.picture('ledger-record')
  await signInAs('ACC1')
})

/** The manager finds it among the approvals, reads the paper, and opens the record that came of it. */
async function approveRent(): Promise<void> {
  await signInAs('MGR1')
  await goTo('approvals')
  await branch.page.getByRole('row', { name: /Fatuma Ali/ }).click()
  await seeScan(dialog())
  await branch.picture('ledger-papers')
  await dialog().getByRole('button', { name: 'Approve' }).click()
  await button('Open the record').click()
}

test('[G13][W39] the checklist says what stands against closing the month', async () => {
  await goTo('periods')
  await expect(branch.page.getByText(`Next to close: ${monthName}`)).toBeVisible()
  await expect(branch.page.getByText('The month is not over')).toBeVisible()
  await expect(button(`Close ${monthName}`)).toBeDisabled()
  await branch.picture('ledger-checklist')
  await signInAs('MGR1')
  await execute({ type: 'day.close' })
  await execute({ type: 'day.open', date: nextMonth })
  await signInAs('ACC1')
})

test('[G12][W39] the month is closed with a second person', async () => {
  await goTo('periods')
  await button(`Close ${monthName}`).click()
  await expect(heading(`Close ${monthName}`)).toBeVisible()
  await branch.picture('ledger-close-month')
  await sign()
  await button('Done').click()
  await expect(branch.page.getByRole('grid', { name: 'Closed months' })).toContainText(monthName)
})

test('[G11][W39] a journal into the closed month is refused in plain words', async () => {
  await writeRent()
  await field('Value date').fill(typedDate(lastDay, locale))
  await expect(branch.page.getByRole('alert')).toContainText(`${monthName}`)
  await expect(branch.page.getByRole('alert')).toContainText('is closed: nothing is booked to it any more (Value date)')
  await branch.picture('ledger-closed')
})

test('[G12][W39] it is reopened with a reason and a second person, takes the journal, and is closed again', async () => {
  await goTo('periods')
  await button('Reopen the last').click()
  await required('Reason').selectOption('A mistake was found')
  await field('Note').fill('The rent of the second house was forgotten')
  await sign()
  await button('Done').click()
  await expect(branch.page.getByText(`Next to close: ${monthName}`)).toBeVisible()
  await goTo('post-journal')
  await expect(field('Value date')).toHaveValue(typedDate(lastDay, locale))
  await sign()
  await expect(branch.page.getByText('Daniel Otieno')).toBeVisible()
  await goTo('periods')
  await button(`Close ${monthName}`).click()
  await sign()
  await button('Done').click()
  await expect(branch.page.getByRole('grid', { name: 'Closed months' })).toContainText(monthName)
  await branch.picture('ledger-months')
})

/** The balance sheet of the year's last day by value date, as both rents count: they stand in the one row of equity, and the other is not there. */
async function seeEquity(standsIn: RegExp, notIn: RegExp): Promise<void> {
  await goTo('statements')
  await branch.page.getByLabel('Statement', { exact: true }).selectOption('Balance sheet')
  await field('Dates').selectOption('By value date')
  await field('As of').fill(typedDate(lastDay, locale))
  await expect(branch.page.getByRole('row', { name: standsIn })).toContainText('25,000.00')
  await expect(branch.page.getByRole('row', { name: notIn })).toHaveCount(0)
}

test('[G14][T2][W39] the year is closed by two people: what it lost goes from the result into retained earnings', async () => {
  await seeEquity(/Result of the current year/, /Retained earnings/)
  await goTo('periods')
  await button('Close the year').click()
  await branch.picture('ledger-close-year')
  await sign()
  await button('Done').click()
  await expect(button('Close the year')).toHaveCount(0)
  await seeEquity(/Retained earnings/, /Result of the current year/)
  await branch.picture('ledger-year-closed')
  await branch.page.getByLabel('Statement', { exact: true }).selectOption('Trial balance')
  await field('From').fill('')
  const costs = branch.page.getByRole('row', { name: /Office costs/ })
  await expect(branch.page.getByRole('row', { name: /Retained earnings/ })).toContainText('25,000.00')
  await field('Year’s closing').selectOption('Before the closing of the year')
  await expect(branch.page.getByRole('row', { name: /Retained earnings/ })).toHaveCount(0)
  await expect(costs.locator('[data-column="debit"]')).toContainText('25,000.00')
  await branch.picture('ledger-before-closing')
})

test('[G1][G2][W39] an account is added to the chart, renamed, and closed; its versions say who did it', async () => {
  await goTo('chart')
  await expect(branch.page.getByRole('grid', { name: 'Chart of accounts' })).toBeVisible()
  await branch.picture('ledger-chart')
  await button('Add an account').click()
  await field('Header').selectOption({ label: '5000 Expenses' })
  await required('Code').fill('5430')
  await required('Name').fill('Rent')
  await press('Enter')
  await field('Find').fill('5430')
  await branch.page.getByRole('grid', { name: 'Chart of accounts' }).getByText('Rent').click()
  await field('Name').fill('Rent of houses')
  await press('Enter')
  await expect(branch.page.getByRole('dialog')).toContainText('Rent of houses')
  await button('Close the account').click()
  await expect(button('Open the account again')).toBeVisible()
  await branch.picture('ledger-account')
  await press('Escape')
})

test('[G7][G8][W39] a journal becomes a template, recurs with two people, and its dates are posted', async () => {
  await writeRent()
  await button('Save as a template').click()
  await required('Name of the template').fill('Rent of the month')
  await press('Enter')
  await expect(branch.page.getByRole('dialog')).toBeHidden()
  await goTo('new-recurring-journal')
  await required('Template').selectOption('Rent of the month')
  await required('First date').fill(typedDate(nextMonth, locale))
  await sign()
  await button('Done').click()
  await expect(branch.page.getByRole('grid', { name: 'Agreed' })).toContainText('Rent of the month')
  await branch.page.getByRole('grid', { name: 'Due now' }).getByText('Rent of the month').click()
  await expect(branch.page.getByRole('dialog').getByRole('table', { name: 'Balance of' })).toBeVisible()
  await branch.picture('ledger-due')
  await button('Post').click()
  await expect(branch.page.getByText('Nothing is due')).toBeVisible()
  await branch.picture('ledger-recurring')
})
