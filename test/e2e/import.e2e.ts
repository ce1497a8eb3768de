import fs from 'node:fs'
import path from 'node:path'
import { expect, type Locator, test } from '@playwright/test'
import writeWorkbook from 'write-excel-file/node'
import { businessDate } from '../../core/calendar/business-date.ts'
import { type FoundedBranch, foundedPassphrase, launchFounded } from './support/launch-founded.ts'

let branch: FoundedBranch
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('HO1')
  await branch.execute({ type: 'day.open', date: businessDate(new Date().toISOString().slice(0, 10)) })
})
test.afterAll(() => branch.close())

const button = (name: string): Locator => branch.page.getByRole('button', { name })
const field = (name: string): Locator => branch.page.getByLabel(name)
const row = (name: RegExp): Locator => branch.page.getByRole('row', { name })

/** The system's dialogs give this path, whatever is asked for. */
const answerDialogs = (chosen: string) =>
  branch.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, chosen)

async function chooseFile(name: string, content: string | Uint8Array): Promise<void> {
  const file = path.join(branch.userFolder, name)
  fs.writeFileSync(file, content)
  await answerDialogs(file)
  await branch.page.evaluate(() => {
    window.location.hash = '#/my-day'
  })
  await expect(branch.page.getByRole('heading', { level: 1 })).toBeVisible()
  await branch.page.evaluate(() => {
    window.location.hash = '#/import'
  })
  await expect(button('Choose a file')).toBeFocused()
  await branch.page.keyboard.press('Enter')
  await expect(field('It holds')).toBeFocused()
}

const clients = [
  'Client ID;First name;Surname;Date of birth;Sex;Phone',
  '17;Achieng;Odhiambo;17/04/1988;F;0712 345678',
  '18;Joseph;Kamau;31/13/1979;M;',
  '19;Grace;Wanjiru;05/05/1990;F;0722 111222',
].join('\r\n')

test('[W49] clients are imported: the refused row is named, and the corrected file adds only that one', async () => {
  await chooseFile('clients.csv', clients)
  await expect(field('It holds')).toHaveValue('clients')
  await expect(branch.page.getByRole('combobox', { name: /^Birth date/ })).toHaveValue('3')
  await expect(field('Days are written')).toHaveValue('dmy')
  await expect(button('Check')).toBeDisabled()
  await field('Taken over from').fill('Former system')
  await branch.picture('import-columns')
  await branch.page.keyboard.press('Enter')
  await expect(row(/^3 /)).toContainText('Date of birth')
  await expect(button('Import what is ready')).toBeFocused()
  await branch.picture('import-checked')
  await branch.page.keyboard.press('Enter')
  await expect(branch.page.getByRole('status')).toContainText('Recorded')
  await expect(button('Back to the columns')).toBeFocused()
  await branch.picture('import-done')
  await chooseFile('clients.csv', clients.replace('31/13/1979', '31/12/1979'))
  await expect(field('Taken over from')).toHaveValue('Former system')
  await button('Check').click()
  await expect(button('Import what is ready')).toBeFocused()
  await branch.page.keyboard.press('Enter')
  await expect(row(/^2 /)).toContainText('Recorded before')
  await expect(row(/^3 /)).toContainText('Recorded')
})

test('[W49][N10] opening balances are signed by a second person, and the list is saved', async () => {
  await chooseFile('balances.csv', 'Account,Debit,Credit\n1130,"1,250,000.50",\n3100,,"1,250,000.50"\n2110,,7\n')
  await expect(field('It holds')).toHaveValue('ledger-balances')
  await field('Taken over from').fill('Former system')
  await branch.page.keyboard.press('Enter')
  await expect(field('Staff code of the second person')).toBeFocused()
  await branch.picture('import-second')
  await branch.page.keyboard.type('MGR1')
  await field('Passphrase of the second person').fill(foundedPassphrase)
  await branch.page.keyboard.press('Enter')
  await expect(branch.page.getByText('Left on the account of opening balances')).toBeVisible()
  await expect(row(/^4 /)).toContainText('moves only with the accounts behind it')
  await branch.picture('import-balances')
  await answerDialogs(branch.userFolder)
  await button('Save the list as CSV').click()
  await expect(branch.page.getByText('Saved in')).toBeVisible()
  const [folder = ''] = fs.readdirSync(branch.userFolder).filter(name => name.startsWith('nexum-results-'))
  const saved = fs.readFileSync(path.join(branch.userFolder, folder, 'results.csv'), 'utf8')
  expect(saved.split('\n')[3]).toContain('ledger-account-controlled')
})

test('[W49][N16] an import that is stopped keeps what is in, and the same file brings the rest', async () => {
  const rows = Array.from({ length: 5_000 }, (_, place) => `m${place};Nafula ${place};Wekesa;17/04/1988;F;`)
  await chooseFile('many.csv', [clients.split('\r\n')[0], ...rows].join('\r\n'))
  await field('Taken over from').fill('Long list')
  await button('Check').click()
  await expect(button('Import what is ready')).toBeFocused({ timeout: 120_000 })
  await branch.page.keyboard.press('Enter')
  await expect(branch.page.getByText(/^[1-9]\d* of 5000$/)).toBeVisible()
  await button('Stop').click()
  await expect(branch.page.getByText('It was stopped.')).toBeVisible()
  await branch.picture('import-stopped')
  await expect(button('Back to the columns')).toBeFocused()
  await branch.page.keyboard.press('Enter')
  await button('Check').click()
  await expect(button('Import what is ready')).toBeFocused({ timeout: 120_000 })
  await expect(branch.page.getByRole('status')).toContainText('Recorded before')
  await branch.page.keyboard.press('Enter')
  await expect(button('Back to the columns')).toBeFocused({ timeout: 120_000 })
  await expect(branch.page.getByText('It was stopped.')).toBeHidden()
  await expect(branch.page.getByRole('status')).toContainText('Recorded')
})

test('[W49][N13] a workbook of ten thousand rows is opened', async () => {
  const head = ['Client ID', 'First name', 'Date of birth'].map(value => ({ value }))
  const rows = Array.from({ length: 10_000 }, (_, place) => [
    { value: place, type: Number },
    { value: `Achieng ${place}` },
    { value: new Date(Date.UTC(1988, 3, 17)), type: Date, format: 'dd/mm/yyyy' },
  ])
  await chooseFile('clients.xlsx', new Uint8Array(await writeWorkbook([head, ...rows]).toBuffer()))
  await expect(field('It holds')).toHaveValue('clients')
  await expect(branch.page.getByText('10000 rows')).toBeVisible()
  await expect(branch.page.getByRole('cell', { name: '1988-04-17' }).first()).toBeVisible()
})

test('[W49][N8] a file that is no table says what is wrong with it', async () => {
  const file = path.join(branch.userFolder, 'picture.csv')
  fs.writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))
  await answerDialogs(file)
  await branch.page.evaluate(() => {
    window.location.hash = '#/my-day'
  })
  await branch.page.evaluate(() => {
    window.location.hash = '#/import'
  })
  await expect(button('Choose a file')).toBeFocused()
  await branch.page.keyboard.press('Enter')
  await expect(branch.page.getByRole('alert')).toContainText('it is no text of rows and columns')
})

test('[W53] a group’s list is pasted, checked by name and sum, and recorded into the drawer', async () => {
  const client = { givenNames: 'Chebet', sex: 'female', birthDate: '1991-06-02' }
  const { clientId } = await branch.execute({ type: 'client.register', client })
  const { number } = await branch.execute({ type: 'savings.open', clientId, productId: 'passbook-savings' })
  await branch.signIn('TEL1')
  await branch.execute({ type: 'drawer.open', currency: 'KES', counted: [] })
  await branch.page.evaluate(() => {
    window.location.hash = '#/collection'
  })
  await expect(button('Choose a file')).toBeFocused()
  await field('Or paste the list').fill(`Account\tAmount\n${number}\t1,500\nS001-01-99999-9\t20\n`)
  await branch.picture('collection-paste')
  await button('Read the list').click()
  const name = field('Name of the collection')
  await expect(name).toBeFocused()
  await name.press('End')
  await branch.page.keyboard.type('Umoja')
  await branch.picture('collection-columns')
  await name.press('Enter')
  await expect(button('Record what is ready')).toBeFocused()
  await expect(branch.page.getByRole('status')).toContainText('1,500.00')
  await field('Show').selectOption('all')
  await expect(row(/^2 /)).toContainText('Chebet')
  await branch.picture('collection-checked')
  await button('Record what is ready').focus()
  await branch.page.keyboard.press('Enter')
  await expect(branch.page.getByRole('status')).toContainText('Recorded')
  await expect(branch.page.getByRole('banner')).toContainText('1,500.00')
  await branch.picture('collection-done')
  await expect(button('Next collection')).toBeFocused()
  await branch.page.keyboard.press('Enter')
  await field('Or paste the list').fill(`Account\tAmount\n${number}\t1,500\n`)
  await button('Read the list').click()
  await expect(name).toBeFocused()
  await name.press('End')
  await branch.page.keyboard.type('Umoja')
  await name.press('Enter')
  await expect(branch.page.getByRole('alert')).toContainText('1 row stands in the books')
  await button('Another list: name it').click()
  await expect(button('Record what is ready')).toBeFocused()
  await expect(branch.page.getByRole('status')).toContainText('3,000.00')
})
