import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { addDays, businessDate } from '../../core/calendar/business-date.ts'
import type { Command } from '../../core/command/command.ts'
import type { Outcome } from '../../core/command/outcome.ts'
import type { Founding } from '../../core/institution/founding.ts'
import { countVaultThrough } from '../support/count-vault.ts'
import { type Branch, launchBranch, picturesFolder } from './support/launch-branch.ts'
import { pagePort } from './support/page-port.ts'

const passphrase = 'correct horse battery staple'
const staff: Founding['staff'] = [
  { code: 'MGR1', name: 'Daniel Otieno', role: 'manager', passphrase },
  { code: 'ACC1', name: 'Fatuma Ali', role: 'accountant', passphrase },
  { code: 'OFF1', name: 'Amina Yusuf', role: 'officer', passphrase },
]
const founding: Founding = {
  institutionName: 'Tumaini Microfinance',
  country: 'KE',
  currency: 'KES',
  template: 'microfinance',
  branch: { code: '001', name: 'Kisumu' },
  staff,
  openingVault: [{ faceMinor: 100_000n, pieces: 2_000 }],
}
const today = businessDate(new Date().toISOString().slice(0, 10))
const firstOfMonth = businessDate(`${today.slice(0, 7)}-01`)
const inLastMonth = addDays(firstOfMonth, -1)

let branch: Branch
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchBranch()
  await play({ type: 'institution.create', key: randomUUID(), founding })
  await signInAs('MGR1')
  await keyed({ type: 'day.open', date: inLastMonth })
  await signInAs('OFF1')
  const accountId = await work(500_000n)
  await keyed({ type: 'day.open', date: today })
  await work(125_050n, accountId)
  await play({ type: 'session.sign-out' })
  await play({ type: 'session.sign-in', code: 'ACC1', passphrase })
  await expect(heading('My day')).toBeVisible()
})
test.afterAll(() => branch.close())

async function play(command: object): Promise<Outcome> {
  const played = await pagePort(branch.page).execute(command as Command)
  if (!played.ok)
    throw new Error(JSON.stringify(played.refusal, (_, value) => (typeof value === 'bigint' ? `${value}` : value)))
  return played.value as Outcome
}
const keyed = (command: object): Promise<Outcome> => play({ key: randomUUID(), ...command })

async function signInAs(code: string): Promise<void> {
  await play({ type: 'session.sign-out' })
  await play({ type: 'session.sign-in', code, passphrase })
}

/** A day of the officer: a deposit, a shilling too much in the drawer; the manager counts the vault and closes the day. */
async function work(amountMinor: bigint, known?: string): Promise<string> {
  const opened = await keyed({ type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 20 }] })
  const accountId = known ?? (await newAccount())
  await keyed({ type: 'savings.deposit', accountId, amountMinor, currency: 'KES' })
  const counted = [{ faceMinor: 100n, pieces: Number((2_000_000n + amountMinor) / 100n) + 1 }]
  const { drawerId } = opened.created as { drawerId: string }
  await keyed({ type: 'drawer.close', drawerId, counted, note: 'Found under the tray' })
  await signInAs('MGR1')
  await countVaultThrough(pagePort(branch.page))
  await keyed({ type: 'day.close' })
  await signInAs('OFF1')
  return accountId
}

async function newAccount(): Promise<string> {
  const client = { givenNames: 'Achieng', familyName: 'Odhiambo', sex: 'female', birthDate: '1988-04-17' }
  const { created } = await keyed({ type: 'client.register', client })
  const opened = await keyed({ type: 'savings.open', clientId: created.clientId, productId: 'current-account' })
  return opened.created.accountId ?? ''
}

const heading = (name: string | RegExp): Locator => branch.page.getByRole('heading', { level: 1, name })
const row = (name: string | RegExp): Locator => branch.page.getByRole('row', { name })
const activeRow = (): Locator => branch.page.locator('tr[aria-selected="true"]')
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await branch.page.keyboard.press(key)
}

async function goToRow(name: RegExp): Promise<void> {
  await expect(row(name)).toBeVisible()
  await branch.page.getByRole('grid').focus()
  await press('Home')
  for (let step = 0; step < 60 && !name.test((await activeRow().textContent()) ?? ''); step += 1)
    await press('ArrowDown')
  await expect(activeRow()).toContainText(name)
}

test('[T13] an accountant opens the trial balance and follows a figure to its receipt, and Esc leads back to the same place', async () => {
  await branch.page.evaluate(() => {
    window.location.hash = '#/statements'
  })
  await expect(heading('Statements')).toBeVisible()
  // In January the year alone would leave out the month before.
  await branch.page.getByLabel('From').fill(inLastMonth.split('-').toReversed().join('/'))
  await goToRow(/2130/)
  await expect(activeRow()).toContainText('6,250.50')
  await branch.picture('statements-trial-balance')
  await press('Enter')
  await expect(heading('2130 Current accounts')).toBeVisible()
  await expect(row(/5,000.00/).last()).toBeVisible()
  await goToRow(/5,000.00/)
  await branch.picture('ledger-2130')
  await press('Enter')
  await expect(heading('Deposit')).toBeVisible()
  await expect(branch.page.getByText('Receipt', { exact: false }).first()).toBeVisible()
  await branch.page.getByRole('link', { name: '2130 Current accounts' }).press('Enter')
  await expect(heading('2130 Current accounts')).toBeVisible()
  await press('Escape')
  await expect(heading('Deposit')).toBeVisible()
  await press('Escape')
  await expect(heading('2130 Current accounts')).toBeVisible()
  await expect(activeRow()).toContainText('5,000.00')
  await press('Escape')
  await expect(heading('Statements')).toBeVisible()
  await expect(activeRow()).toContainText('2130')
})

const statements = [
  ['1', 'Trial balance', /Total/, ['2,006,252.00']],
  ['2', 'Income statement', /Net result/, ['0.50', '1.00', '(0.50)', '-50.0%']],
  ['3', 'Balance sheet', /Liabilities and equity/, ['2,006,252.00', '5,001.00', '2,001,251.00']],
  ['4', 'Cash flow statement', /Operating activities/, ['1,251.00', '5,001.00', '(3,750.00)']],
  ['5', 'Cash flow, indirect method', /Net change in cash/, ['2,001,251.00', '5,001.00']],
] as const

test('[T14] this month is compared with the one before, in each statement that its key opens', async () => {
  const [year, month] = firstOfMonth.split('-')
  await branch.page.getByLabel('Compare with').selectOption('before')
  await branch.page.getByLabel('From').fill(`01/${month}/${year}`)
  for (const [key, name, total, figures] of statements) {
    await branch.page.getByRole('grid').focus()
    await press(key)
    await expect(branch.page.getByText(new RegExp(`^${name} .*Compared with`))).toBeVisible()
    for (const figure of figures) await expect(row(total).last()).toContainText(figure)
    await branch.picture(`statements-compared-${key}`)
  }
})

/** The row at the end of a statement, and what Enter on it opens; Esc leads back to the same row. */
async function opens(key: string, name: RegExp, opened: () => Promise<void>): Promise<void> {
  await branch.page.getByRole('grid').focus()
  await press(key)
  await goToRow(name)
  await press('Enter')
  await opened()
  await press('Escape')
  await expect(activeRow()).toContainText(name)
}

const subtitle = (words: RegExp): Locator => branch.page.getByText(words)

test('[T13] cash, results, totals and earlier figures open what they are made of', async () => {
  await opens('4', /Cash at the end/, async () => {
    await expect(subtitle(/^Balance sheet · As of/)).toBeVisible()
    await expect(row(/^Assets/).first()).toContainText('2,006,252.00')
  })
  await opens('4', /Cash at the beginning/, () => expect(subtitle(/^Balance sheet · As of/)).toBeVisible())
  await opens('5', /Net result/, () => expect(subtitle(/^Income statement ·/)).toBeVisible())
  await opens('3', /Result of the current year/, async () => {
    await expect(subtitle(/^Income statement · .*Only what the current year/)).toBeVisible()
    await branch.picture('statements-result')
  })
  await opens('1', /^Total/, () => expect(heading('Journal of all accounts')).toBeVisible())
  await goToRow(/2130/)
  await press('b')
  await expect(heading('2130 Current accounts')).toBeVisible()
  await expect(row(/5,000.00/).last()).toBeVisible()
  await expect(row(/1,250.50/)).toHaveCount(0)
  await press('Escape')
  await expect(activeRow()).toContainText('2130')
  await row(/2130/).locator('[data-column="earlier"]').click()
  await expect(heading('2130 Current accounts')).toBeVisible()
  await expect(row(/1,250.50/)).toHaveCount(0)
  await press('Escape')
  await branch.page.getByRole('grid').focus()
  await press('3')
  await goToRow(/^Liabilities and equity/)
  await press('Enter')
  await expect(row(/2130/)).toBeHidden()
  await branch.picture('statements-parts')
  await press('Enter')
  await expect(row(/2130/)).toBeVisible()
})

test('[T12] groups fold up and unfold by the keyboard', async () => {
  await press('3')
  await goToRow(/Assets/)
  await press('Enter')
  await expect(row(/1110/)).toBeHidden()
  await press('e')
  await expect(row(/1110/)).toBeVisible()
  await press('c')
  await expect(row(/2130/)).toBeHidden()
  await press('e')
})

/** The amounts of a CSV column, by the account or the label before it. */
const csvRows = (text: string): readonly (readonly string[])[] =>
  text
    .trimEnd()
    .split('\r\n')
    .map(line => line.split(','))

async function saved(key: string, extension: string): Promise<Buffer> {
  await branch.page.getByRole('grid').focus()
  await press(key)
  const status = branch.page.getByRole('status').filter({ hasText: `.${extension}` })
  await expect(status).toBeVisible()
  const [file = ''] = /\/[^\s]*\.[a-z]+/.exec((await status.textContent()) ?? '') ?? []
  return fs.readFileSync(file)
}

test('[T15] the statement on the screen is saved as PDF, CSV and workbook, with the figures of the screen', async () => {
  await press('3')
  await branch.page.getByLabel('Compare with').selectOption('none')
  await expect(row(/Liabilities and equity/).last()).toContainText('2,006,252.00')
  const pdf = await saved('p', 'pdf')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  fs.writeFileSync(path.join(picturesFolder, 'balance-sheet.pdf'), pdf)
  const rows = csvRows((await saved('v', 'csv')).toString('utf8'))
  const [header = []] = rows
  const amountAt = header.indexOf('amount')
  const shown = await branch.page.getByRole('row').allTextContents()
  const amounts = rows.filter(([, kind = '']) => ['group', 'account', 'result', 'total'].includes(kind))
  expect(amounts.length).toBe(shown.length - 1)
  amounts.forEach((cells, place) => {
    const spoken = (cells[amountAt] ?? '').replace(/\B(?=(\d{3})+(?!\d))/g, ',')
    expect(shown[place + 1]).toContain(spoken)
  })
  const workbook = await saved('x', 'xlsx')
  expect(workbook.subarray(0, 2).toString()).toBe('PK')
  fs.writeFileSync(path.join(picturesFolder, 'balance-sheet.xlsx'), workbook)
})

test('[T15] so are the lines of an account', async () => {
  await goToRow(/2130/)
  await press('Enter')
  await expect(heading('2130 Current accounts')).toBeVisible()
  const rows = csvRows((await saved('v', 'csv')).toString('utf8'))
  const credits = rows[0]?.indexOf('credits') ?? 0
  expect(rows.filter(([, kind]) => kind === 'line').map(cells => cells[credits])).toEqual(['5000.00', '1250.50'])
  fs.writeFileSync(path.join(picturesFolder, 'ledger.pdf'), await saved('p', 'pdf'))
  await branch.picture('ledger-saved')
  await press('Escape')
  await expect(heading('Statements')).toBeVisible()
})

test('[T19] the journal of all accounts is a key away; a line opens its record, and it is saved whole', async () => {
  await branch.page.evaluate(() => {
    window.location.hash = '#/ledger'
  })
  await expect(row(/2130/)).toBeVisible()
  await branch.page.getByRole('grid').focus()
  await press('j')
  await expect(heading('Journal of all accounts')).toBeVisible()
  await goToRow(/2130 Current accounts/)
  await branch.picture('journal')
  const rows = csvRows((await saved('v', 'csv')).toString('utf8'))
  const [debits = 0, credits = 0] = ['debits', 'credits'].map(name => rows[0]?.indexOf(name) ?? 0)
  const total = rows.find(([, kind]) => kind === 'total')
  expect(total?.[debits]).toBe(total?.[credits])
  expect(rows.some(cells => cells.includes('2130') && cells.includes('1250.50'))).toBe(true)
  await press('Enter')
  await expect(heading('Deposit')).toBeVisible()
  await press('Escape')
  await expect(heading('Journal of all accounts')).toBeVisible()
  await expect(activeRow()).toContainText('2130')
  await branch.page.evaluate(() => {
    window.location.hash = '#/statements'
  })
  await expect(heading('Statements')).toBeVisible()
})

test('[W31] both screens read from right to left', async () => {
  await branch.page.evaluate(() => {
    const kept = JSON.parse(window.localStorage.getItem('window') ?? '{"state":{},"version":0}')
    window.localStorage.setItem('window', JSON.stringify({ ...kept, state: { ...kept.state, language: 'ar' } }))
    window.location.reload()
  })
  await expect(heading('القوائم المالية')).toBeVisible()
  await expect(row(/2130/)).toBeVisible()
  await branch.picture('statements-arabic')
  const pdf = await saved('p', 'pdf')
  fs.writeFileSync(path.join(picturesFolder, 'statements-arabic.pdf'), pdf)
  await branch.page.evaluate(() => {
    window.location.hash = '#/ledger/2130/KES/booking/-/-/-/-'
  })
  await expect(heading(/2130/)).toBeVisible()
  await branch.picture('ledger-arabic')
})
