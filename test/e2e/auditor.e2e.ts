import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import { businessDate } from '../../core/calendar/business-date.ts'
import { type FoundedBranch, foundedPassphrase, launchFounded } from './support/launch-founded.ts'
import { pagePort } from './support/page-port.ts'

let branch: FoundedBranch
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('HO1')
  await branch.execute({
    type: 'staff.add',
    code: 'AUD1',
    name: 'Ruth Achieng',
    role: 'auditor',
    passphrase: foundedPassphrase,
  })
  await branch.signIn('TEL1')
  await workAtTheCounter()
  await pagePort(branch.page).execute({ type: 'session.sign-out' })
})
test.afterAll(() => branch.close())

/** A deposit, a look at the client, and a withdrawal that is refused. */
async function workAtTheCounter(): Promise<void> {
  const { execute, page } = branch
  const port = pagePort(page)
  await execute({ type: 'day.open', date: businessDate(new Date().toISOString().slice(0, 10)) })
  await execute({ type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 20 }] })
  const client = {
    givenNames: 'Achieng',
    familyName: 'Odhiambo',
    sex: 'female',
    birthDate: businessDate('1988-04-17'),
  }
  const { clientId = '' } = await execute({ type: 'client.register', client })
  const { accountId = '' } = await execute({ type: 'savings.open', clientId, productId: 'passbook-savings' })
  await execute({ type: 'savings.deposit', accountId, amountMinor: 250_000n, currency: 'KES' })
  await port.query({ type: 'client', clientId })
  const amountMinor = 900_000n
  await port.execute({ type: 'savings.withdraw', key: randomUUID(), accountId, amountMinor, currency: 'KES' })
}

const heading = (name: string | RegExp): Locator => branch.page.getByRole('heading', { level: 1, name })
const row = (name: RegExp): Locator => branch.page.getByRole('row', { name })

/** Where hledger is not installed only who may not install it goes without. */
const isNeeded = process.env.CI !== undefined || process.getuid?.() === 0

/** hledger reads the exported journal in its strictest way, with every assertion in it. */
function expectHledgerToAccept(folder: string): void {
  const exported = fs.readdirSync(folder).find(name => name.startsWith('nexum-export-'))
  const files = fs.readdirSync(path.join(folder, exported ?? ''))
  const journal = files.find(name => name.endsWith('.journal') || name.endsWith('.ledger'))
  expect(journal).toBeDefined()
  const run = spawnSync('hledger', ['-f', path.join(folder, exported ?? '', journal ?? ''), 'check', '--strict'])
  if (run.error && !isNeeded) return
  expect(run.error).toBe(undefined)
  expect(run.stderr.toString()).toBe('')
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await branch.page.keyboard.press(key)
}

test('[W28] the auditor signs in and finds a refusal in the audit trail, with the keyboard alone', async () => {
  await expect(heading('Sign in')).toBeVisible()
  await branch.page.getByRole('radio', { name: 'HO1' }).focus()
  await press('ArrowUp')
  for (let tries = 0; tries < 4 && !(await branch.page.getByRole('radio', { name: 'AUD1' }).isChecked()); tries++)
    await press('ArrowDown')
  await press('Tab')
  await branch.page.keyboard.type(foundedPassphrase)
  await press('Enter')
  await expect(heading('My day')).toBeVisible()
  await press('Control+K')
  await branch.page.keyboard.type('Audit trail')
  await press('Enter')
  await expect(heading('Audit trail')).toBeVisible()
  await expect(row(/Refused.*Withdrawal.*Achieng Odhiambo.*Peter Mwangi/)).toBeVisible()
  await branch.picture('audit-trail')
  await branch.page.getByLabel('What happened').selectOption('viewed')
  await expect(row(/Refused/)).toBeHidden()
  await expect(row(/Seen.*Client’s page.*Achieng Odhiambo/)).toBeVisible()
  await branch.page.getByLabel('What happened').selectOption('')
  await press('f')
  await expect(branch.page.getByLabel('Client or account')).toBeFocused()
  await branch.page.keyboard.type('zzz')
  await expect(branch.page.getByText('Nothing fits')).toBeVisible()
})

test('[V18] [V19] [X12] the auditor has the books checked, follows a receipt to its record and exports the books', async () => {
  await branch.page.getByRole('link', { name: 'Audit', exact: true }).focus()
  await press('Enter')
  await expect(heading('Audit')).toBeVisible()
  await branch.page.getByRole('button', { name: 'Everything' }).focus()
  await press('Enter')
  await expect(branch.page.getByText('The books are in order')).toBeVisible()
  await branch.page.getByLabel('Folder').focus()
  await branch.page.keyboard.type(branch.userFolder)
  await press('Enter')
  await expect(branch.page.getByText('Debits, equal to credits')).toBeVisible()
  expectHledgerToAccept(branch.userFolder)
  await branch.page.getByLabel(/Receipt or record number/).focus()
  await branch.page.keyboard.type('1')
  await expect(row(/Achieng Odhiambo/).first()).toBeVisible()
  await branch.picture('audit')
  await branch.page.getByLabel(/Receipt or record number/).focus()
  await press('Enter')
  await expect(heading(/Deposit/)).toBeVisible()
})
