import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { expect, type Locator, test } from '@playwright/test'
import { businessDate } from '../../core/calendar/business-date.ts'
import type { Founding } from '../../core/institution/founding.ts'
import { type Branch, launchBranch } from './support/launch-branch.ts'
import { pagePort } from './support/page-port.ts'

const passphrase = 'correct horse battery staple'
const staff: Founding['staff'] = [
  { code: 'MGR1', name: 'Daniel Otieno', role: 'manager', passphrase },
  { code: 'TEL1', name: 'Peter Mwangi', role: 'teller', passphrase },
]

let branch: Branch
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchBranch()
  const port = pagePort(branch.page)
  const founding: Founding = {
    institutionName: 'Tumaini Microfinance',
    country: 'KE',
    currency: 'KES',
    template: 'microfinance',
    branch: { code: '001', name: 'Kisumu' },
    staff,
    openingVault: [{ faceMinor: 100_000n, pieces: 2_000 }],
  }
  const founded = await port.execute({ type: 'institution.create', key: randomUUID(), founding })
  if (!founded.ok) throw new Error(founded.refusal.type)
  await port.execute({ type: 'session.sign-out' })
  expect(await port.execute({ type: 'session.sign-in', code: 'TEL1', passphrase })).toMatchObject({ ok: true })
  await expect(heading('My day')).toBeVisible()
})
test.afterAll(() => branch.close())

const textOfPdf = (file: string): string => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
/** Width and height of each page in whole millimetres, from the boxes in the PDF. */
function pageSizes(file: string): readonly (readonly number[])[] {
  const about = execFileSync('pdfinfo', ['-box', '-f', '1', '-l', '99', file], { encoding: 'utf8' })
  const boxes = [...about.matchAll(/MediaBox: +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)/g)]
  const mm = (points: number): number => Math.round((points / 72) * 25.4)
  return boxes.map(([, left, top, right, bottom]) => [
    mm(Number(right) - Number(left)),
    mm(Number(bottom) - Number(top)),
  ])
}

async function savedFile(): Promise<string> {
  const saved = await branch.page.getByText(/Saved as .*\.pdf/).innerText()
  return /\S+\.pdf/.exec(saved)?.[0] ?? ''
}

const keyboard = () => branch.page.keyboard
const heading = (name: string | RegExp): Locator => branch.page.getByRole('heading', { level: 1, name })
const button = (name: string | RegExp): Locator => branch.page.getByRole('button', { name })
const field = (name: string | RegExp): Locator => branch.page.getByLabel(name)

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await keyboard().press(key)
}

/** Types into whatever has the focus, in place of what stands there, and presses Enter. */
async function enter(text: string): Promise<void> {
  await press('Control+A')
  await keyboard().type(text)
  await press('Enter')
}

/** Enter through the faces of a count that has `pieces` of the largest. */
async function count(pieces: string): Promise<void> {
  await expect(field(/Pieces of KES 1,000/)).toBeFocused()
  await enter(pieces)
  for (let face = 1; face < 12; face += 1) await press('Enter')
}

async function signInAs(code: string): Promise<void> {
  const port = pagePort(branch.page)
  await port.execute({ type: 'session.sign-out' })
  expect(await port.execute({ type: 'session.sign-in', code, passphrase })).toMatchObject({ ok: true })
}

async function confirm(name: string): Promise<void> {
  await expect(button(name)).toBeFocused()
  await press('Enter')
}

test('[W28] the day and the drawer are opened from the keyboard', async () => {
  await branch.page.evaluate(() => {
    window.location.hash = '#/business-day'
  })
  await expect(field('Business date')).toBeFocused()
  await press('Enter')
  await expect(heading('My day')).toBeVisible()
  await press('F6')
  await count('200')
  await confirm('Open the drawer')
  await expect(button('Count and close')).toBeVisible()
})

test('[W28] a client is registered field by field with Enter, and gets an account with two keys', async () => {
  await press('F4')
  await expect(field(/Given names/)).toBeFocused()
  await enter('ጸሃይ')
  await enter('በቀለ')
  await enter('17041988')
  await press('ArrowUp', 'Enter', 'Enter')
  await enter('0712 345 678')
  await enter('Behind the church, Kondele')
  await press('Enter')
  await enter('29384756')
  await confirm('Register the client')
  await expect(heading('ጸሃይ በቀለ')).toBeVisible()
  await expect(branch.page.getByText('+254 712 345678')).toBeVisible()
  await press('o')
  await expect(button(/Basic savings/)).toBeFocused()
  while (!(await button(/Passbook savings/).evaluate(product => product === document.activeElement)))
    await press('ArrowDown')
  await press('Enter')
  await expect(button('Open the account')).toBeFocused()
  await press('Escape')
  await expect(button(/Passbook savings/)).toBeFocused()
  await press('Enter')
  await branch.picture('counter-opening')
  await confirm('Open the account')
  await expect(branch.page.getByText('No money has moved yet')).toBeVisible()
  await branch.picture('counter-account')
})

test('[W33] a refusal in New client takes the focus to the field it names; from there it is one key to the way on', async () => {
  await press('F4')
  await expect(field(/Given names/)).toBeFocused()
  for (const text of ['Other', 'Person', '01011990']) await enter(text)
  await press('Enter', 'Enter')
  await enter('0712 345 678')
  await press('Enter', 'Enter')
  await enter('11223344')
  await expect(field('Phone')).toBeFocused()
  await expect(branch.page.getByRole('alert')).toContainText('the same phone')
  await press('Alt+s')
  await expect(button('Register the client')).toBeFocused()
  await field('ID number').focus()
  await enter('29384756')
  await expect(branch.page.getByRole('alert')).toContainText('An ID number belongs to one person')
  await expect(button('This is somebody else')).toBeHidden()
  await expect(field('ID number')).toBeFocused()
  await branch.picture('counter-duplicate')
  await press('Alt+o')
  await expect(heading('ጸሃይ በቀለ')).toBeVisible()
  await expect(branch.page.getByRole('grid', { name: 'Accounts' })).toBeFocused()
  await press('Enter')
  await expect(branch.page.getByText('No money has moved yet')).toBeVisible()
})

test('[W29] a deposit shows its effect at the first Enter, posts at the second, and its receipt is there', async () => {
  await press('d')
  const amount = field('Amount paid in')
  await expect(amount).toBeFocused()
  await keyboard().type('1250.505')
  await expect(branch.page.getByText('KES has 2 decimals')).toBeVisible()
  await expect(button('Post the deposit')).toBeDisabled()
  await enter('50k')
  await expect(button('Post the deposit')).toBeFocused()
  await expect(branch.page.getByRole('table', { name: 'Balance of' })).toContainText('250,000.00')
  await press('Escape')
  await expect(amount).toBeFocused()
  await press('Enter')
  await confirm('Post the deposit')
  await expect(button('Done')).toBeFocused()
  await expect(branch.page.getByRole('status', { name: 'Deposit recorded · receipt no. 1' })).toContainText('50,000.00')
  await expect(branch.page.getByRole('region', { name: 'Receipt', exact: true })).toContainText('No. 1')
  await branch.picture('counter-receipt')
  await press('f')
  const receipt = await savedFile()
  expect(pageSizes(receipt)).toEqual([[148, 210]])
  const paper = textOfPdf(receipt)
  for (const printed of ['Tumaini Microfinance', 'ጸሃይ በቀለ', '50,000.00', 'fifty thousand', 'No. 1'])
    expect(paper.toLowerCase()).toContain(printed.toLowerCase())
  await press('Escape')
  await expect(button('Deposit')).toBeVisible()
})

test('[W29][S8] a hold has no reason until one is chosen, and shows what can still be paid out', async () => {
  await press('h')
  await expect(field('Amount to hold')).toBeFocused()
  await enter('400')
  const effect = branch.page.getByRole('table', { name: 'Balance of' })
  await expect(effect.getByRole('row', { name: /Available/ })).toContainText(/49,500\.00.*49,100\.00/)
  await expect(field(/Reason/)).toBeFocused()
  await expect(button('Place the hold')).toBeDisabled()
  await press('Enter', 'Enter', 'Enter')
  await expect(field(/Reason/)).toBeFocused()
  await press('ArrowDown', 'Enter', 'Enter', 'Enter')
  await branch.picture('counter-hold')
  await confirm('Place the hold')
  await expect(branch.page.getByRole('status', { name: /^Hold recorded · record no\. \d+$/ })).toBeVisible()
  await confirm('Done')
  await expect(branch.page.getByRole('heading', { name: 'Holds' })).toBeVisible()
})

test('[W29] a withdrawal that the rules forbid names the rule and the most that can be paid out; then that is paid', async () => {
  await press('w')
  await expect(field('Amount paid out')).toBeFocused()
  await press('Enter')
  await keyboard().type('500', { delay: 40 })
  await expect(field('Amount paid out')).toBeFocused()
  await expect(field('Amount paid out')).toHaveValue('500')
  await enter('49,900')
  await expect(branch.page.getByRole('alert')).toContainText('The most that can be paid out is ')
  await expect(field('Amount paid out')).toBeFocused()
  await enter('49,100')
  await confirm('Post the withdrawal')
  await confirm('Done')
})

test('[D9][D13] the client’s statement is an A4 page with each line of the account and the balances before and after', async () => {
  const statement = branch.page.getByRole('grid', { name: 'Statement' })
  await expect(statement).toBeFocused()
  await press('s')
  const dialog = branch.page.getByRole('dialog', { name: 'Statement for the client' })
  await expect(dialog.getByLabel('From', { exact: true })).toBeFocused()
  await press('Enter')
  const file = await savedFile()
  expect(pageSizes(file)).toEqual([[210, 297]])
  const paper = textOfPdf(file)
  for (const printed of [
    'Tumaini Microfinance',
    'ጸሃይ በቀለ',
    'Deposit',
    '50,000.00',
    'Withdrawal',
    '49,100.00',
    '900.00',
  ])
    expect(paper).toContain(printed)
  await press('Escape')
  await expect(statement).toBeFocused()
})

test('[W30] above a limit the manager signs this very command here, and the record shows both', async () => {
  const statement = branch.page.getByRole('grid', { name: 'Statement' })
  await expect(statement).toBeFocused()
  await expect(statement.getByRole('row').nth(1)).toContainText('49,100.00')
  await press('r')
  await expect(branch.page.getByRole('main')).toContainText('49,100.00')
  await expect(field(/Reason/)).toBeFocused()
  await press('ArrowDown', 'Tab')
  await enter('Counted again: the notes were never handed over')
  await confirm('Ask a manager here')
  const shown = branch.page.getByRole('dialog').getByRole('table', { name: 'Balance of' })
  await expect(shown.getByRole('row', { name: /Drawer of .?Peter Mwangi/ })).toContainText(/200,900\.00.*250,000\.00/)
  await branch.picture('counter-second-signature')
  await enter('mgr1')
  await press('Tab')
  await enter(passphrase)
  await expect(button('Done')).toBeFocused()
  await press('Enter')
  const port = pagePort(branch.page)
  const journal = await port.query({ type: 'journal', limit: 1 })
  if (!journal.ok) throw new Error(journal.refusal.type)
  const [last] = journal.value.rows
  expect(last?.type).toBe('operation.reversed')
  const record = last && (await port.query({ type: 'record', record: last.record }))
  expect(record).toMatchObject({ ok: true, value: { cosigners: [{ name: 'Daniel Otieno', valid: true }] } })
})

test('[W30][J12] who decides on a request sees whose balances it would change, and to what', async () => {
  const { page } = branch
  await press('d')
  await enter('600,000')
  await expect(button('Ask a manager here')).toBeFocused()
  await press('Tab', 'Enter')
  await confirm('Back')
  await signInAs('MGR1')
  await page.evaluate(() => {
    window.location.hash = '#/approvals'
  })
  await expect(page.getByRole('grid', { name: 'Approvals' })).toBeFocused()
  await press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('row', { name: /ጸሃይ በቀለ/ })).toContainText(/50,000\.00.*650,000\.00/)
  await expect(dialog.getByRole('row', { name: /Drawer of .?Peter Mwangi/ })).toContainText(/250,000\.00.*850,000\.00/)
  await branch.picture('counter-decide')
  await expect(field('Your note')).toBeFocused()
  await page.keyboard.type('Come back with the slip')
  await button('Decline').focus()
  await press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Declined' })).toBeVisible()
  await signInAs('TEL1')
})

test('[W41] the marked line of the journal stays marked when another operation comes above it', async () => {
  await branch.page.evaluate(() => {
    window.location.hash = '#/journal'
  })
  const journal = branch.page.getByRole('grid', { name: 'Journal' })
  await expect(journal).toBeFocused()
  await press('ArrowDown')
  const marked = journal.getByRole('row', { selected: true })
  await expect(marked).toHaveAttribute('aria-rowindex', '3')
  const before = await marked.innerText()
  const client = { givenNames: 'Wanjiku', sex: 'female' as const, birthDate: businessDate('1990-01-01') }
  const port = pagePort(branch.page)
  expect(await port.execute({ type: 'client.register', key: randomUUID(), client })).toMatchObject({ ok: true })
  await expect(marked).toHaveAttribute('aria-rowindex', '4')
  expect(await marked.innerText()).toBe(before)
})

test('[W28][B4] the drawer is closed, short by a coin with a note, then the day, over the vault with the manager’s signature', async () => {
  await press('F6')
  await expect(button('Count and close')).toBeVisible()
  await press('c')
  await count('249')
  await expect(branch.page.getByText('Short')).toBeVisible()
  await branch.picture('counter-count')
  for (let face = 0; face < 3; face += 1) await press('Shift+Tab')
  await expect(field(/Pieces of KES 1$/)).toBeFocused()
  await enter('999')
  for (let face = 0; face < 2; face += 1) await press('Enter')
  await expect(field('What happened?')).toBeFocused()
  await enter('One coin fell behind the safe')
  await confirm('Close the drawer')
  await confirm('Done')
  await branch.page.evaluate(() => {
    window.location.hash = '#/business-day'
  })
  await expect(branch.page.getByText('The vault of Kisumu has not been counted since money moved')).toBeVisible()
  await expect(branch.page.getByText('Who keeps the vault counts it, or signs for it')).toBeVisible()
  await expect(button('Close with a second person')).toBeEnabled()
  await branch.picture('counter-vault-uncounted')
  await press('c')
  const signing = branch.page.getByRole('dialog', { name: 'Second signature' })
  await expect(signing.getByText('The vault of Kisumu has not been counted')).toBeVisible()
  await expect(signing.getByLabel('Staff code')).toBeFocused()
  await branch.picture('counter-day-signed-over')
  await enter('mgr1')
  await press('Tab')
  await enter(passphrase)
  await expect(heading('The day is closed')).toBeVisible()
  const port = pagePort(branch.page)
  const day = await port.query({ type: 'my-day' })
  expect(day.ok && day.value.businessDate).toBe(undefined)
  expect(day.ok && day.value.lastClosedDate && businessDate(day.value.lastClosedDate)).toBeTruthy()
})
