import { expect, type Locator, test } from '@playwright/test'
import { businessDate } from '../../core/calendar/business-date.ts'
import { type FoundedBranch, foundedPassphrase, launchFounded } from './support/launch-founded.ts'

let branch: FoundedBranch
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('TEL1')
  await branch.execute({ type: 'day.open', date: businessDate(new Date().toISOString().slice(0, 10)) })
  await branch.execute({ type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 20 }] })
  for (const [givenNames, familyName, phone] of people) {
    const client = {
      givenNames,
      familyName,
      phone,
      sex: 'female',
      birthDate: businessDate('1988-04-17'),
      notADuplicate: true,
    }
    const { clientId = '' } = await branch.execute({ type: 'client.register', client })
    const { accountId = '' } = await branch.execute({ type: 'savings.open', clientId, productId: 'passbook-savings' })
    await branch.execute({ type: 'savings.deposit', accountId, amountMinor: 250_000n, currency: 'KES' })
  }
  await expect(heading('My day')).toBeVisible()
})
test.afterAll(() => branch.close())

const people = [
  ['Achieng', 'Odhiambo', '+254711223344'],
  ['Achola', 'Njeri', '+254722334455'],
  ['ጸሃይ', 'በቀለ', '+254733445566'],
] as const

const heading = (name: string | RegExp): Locator => branch.page.getByRole('heading', { level: 1, name })
const row = (name: RegExp): Locator => branch.page.getByRole('row', { name })
const option = (name: RegExp | string): Locator => branch.page.getByRole('option', { name })
const press = (key: string): Promise<void> => branch.page.keyboard.press(key)
const type = (text: string): Promise<void> => branch.page.keyboard.type(text)

async function goTo(task: string): Promise<void> {
  await branch.page.evaluate(hash => {
    window.location.hash = hash
  }, `#/${task}`)
}

/** Letter by letter into the field that has the focus; what stood there goes first. */
async function retype(field: Locator, text: string): Promise<void> {
  await expect(field).toBeFocused()
  await press('Control+A')
  await press('Backspace')
  await expect(field).toHaveValue('')
  await type(text)
  await expect(field).toHaveValue(text)
}

test('[Q6] people are found as one types: by one letter, by more, by the end of a phone, in any script', async () => {
  await goTo('search')
  const field = branch.page.getByRole('textbox', { name: 'Client or account' })
  await retype(field, 'a')
  await expect(row(/Achieng Odhiambo/).first()).toBeVisible()
  await expect(row(/Achola Njeri/).first()).toBeVisible()
  await retype(field, 'achi')
  await expect(row(/Achola/)).toHaveCount(0)
  await expect(row(/Achieng Odhiambo/).first()).toBeVisible()
  await branch.picture('search')
  await retype(field, '334455')
  await expect(row(/Achieng/)).toHaveCount(0)
  await expect(row(/Achola Njeri/).first()).toBeVisible()
  await retype(field, 'ጸሃ')
  await expect(row(/ጸሃይ በቀለ/).first()).toBeVisible()
  await expect(row(/Achola/)).toHaveCount(0)
  await retype(field, 'nobody at all')
  await expect(branch.page.getByText('Nothing found')).toBeVisible()
  await retype(field, 'achieng')
  await expect(row(/Achieng Odhiambo/).first()).toBeVisible()
  await press('Enter')
  await expect(heading(/Achieng Odhiambo/)).toBeVisible()
})

test('[W28] Ctrl K finds a person, a place and a deed from wherever one is, and Esc leads back', async () => {
  await press('Control+K')
  const field = branch.page.getByRole('combobox')
  await retype(field, 'achola')
  await expect(option(/Achola Njeri/).first()).toHaveAttribute('aria-selected', 'true')
  await branch.picture('palette')
  await press('Enter')
  await expect(heading(/Achola Njeri/)).toBeVisible()
  await press('Control+K')
  await retype(field, 'journ')
  await expect(option('Journal')).toHaveAttribute('aria-selected', 'true')
  await press('Enter')
  await expect(heading('Journal')).toBeVisible()
  await press('Control+K')
  await expect(field).toBeFocused()
  await press('Escape')
  await expect(field).toBeHidden()
  await expect(heading('Journal')).toBeVisible()
})

test('[W28] the palette offers nobody what their role may not do', async () => {
  await press('Control+K')
  await retype(branch.page.getByRole('combobox'), 'staff')
  await expect(option(/Staff/)).toHaveCount(0)
  await press('Escape')
  await expect(branch.page.getByRole('combobox')).toBeHidden()
})

test('[Q5] the journal is filtered as one types: by operation, by person, by receipt', async () => {
  await press('f')
  const field = branch.page.getByRole('textbox', { name: 'Filter' })
  await retype(field, 'deposited')
  await expect(row(/Account opened/)).toHaveCount(0)
  await expect(row(/Deposit/)).toHaveCount(people.length)
  await branch.picture('journal-filter')
  await retype(field, 'wanjiru')
  await expect(row(/Deposit/)).toHaveCount(0)
  await expect(row(/Grace Wanjiru/).first()).toBeVisible()
  await retype(field, 'nothing like it')
  await expect(row(/Grace Wanjiru/)).toHaveCount(0)
  await retype(field, '')
  await expect(row(/Deposit/).first()).toBeVisible()
})

test('[A27] a window that nobody touches locks itself after the minute that was set, and nothing of the books stays in it', async () => {
  test.setTimeout(180_000)
  await goTo('settings')
  await branch.page.getByLabel('Lock after').selectOption('1')
  await goTo('journal')
  await expect(row(/Achieng Odhiambo/).first()).toBeVisible()
  await expect(heading('Locked')).toBeVisible({ timeout: 150_000 })
  await expect(branch.page.getByText('Achieng Odhiambo')).toHaveCount(0)
  await branch.picture('locked')
  await branch.page.getByLabel('Passphrase').focus()
  await type(foundedPassphrase)
  await press('Enter')
  await expect(heading('Journal')).toBeVisible({ timeout: 60_000 })
  await expect(row(/Achieng Odhiambo/).first()).toBeVisible()
})
