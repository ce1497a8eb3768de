import { expect, type Locator, test } from '@playwright/test'
import { businessDate } from '../../core/calendar/business-date.ts'
import { templateProducts } from '../../core/products/products-template.ts'
import { type FoundedBranch, foundedPassphrase, launchFounded } from './support/launch-founded.ts'
import { lookWith } from './support/look-with.ts'

let branch: FoundedBranch
let savings = ''
let current = ''
let brenda = ''
const today = businessDate(new Date().toISOString().slice(0, 10))
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('HO1')
  await branch.execute({ type: 'day.open', date: today })
  const offered = templateProducts('KES').find(({ productId }) => productId === 'business-checking')
  const product = { ...offered, version: 2, kycTier: 1, validFrom: today }
  await branch.execute({ type: 'product.publish', product })
  await branch.signIn('MGR1')
  await branch.execute({ type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 20 }] })
  savings = (await accountOf('Achieng', 'Odhiambo', 'passbook-savings', '+254711000001')).accountId
  ;({ accountId: current, clientId: brenda } = await accountOf('Brenda', 'Njeri', 'business-checking', '+254711000002'))
})
test.afterAll(() => branch.close())

async function accountOf(givenNames: string, familyName: string, productId: string, phone: string) {
  const client = { givenNames, familyName, sex: 'female', birthDate: '1988-04-17', phone }
  const { clientId = '' } = await branch.execute({ type: 'client.register', client })
  const { accountId = '' } = await branch.execute({ type: 'savings.open', clientId, productId })
  await branch.execute({ type: 'savings.deposit', accountId, amountMinor: 2_000_000n, currency: 'KES' })
  return { accountId, clientId }
}

const page = () => branch.page
const button = (name: string | RegExp): Locator => page().getByRole('button', { name })
const heading = (name: string | RegExp): Locator => page().getByRole('heading', { level: 1, name })
const recorded = (what: RegExp): Locator => page().getByRole('heading', { name: what })
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page().keyboard.press(key)
}

async function goTo(hash: string): Promise<void> {
  await page().evaluate(place => {
    window.location.hash = place
  }, hash)
}

async function openAccount(accountId: string, name: RegExp): Promise<void> {
  await goTo(`#/account/${accountId}`)
  await expect(heading(name)).toBeVisible()
  await expect(page().getByRole('grid', { name: 'Statement' })).toBeVisible()
}

/** Types into the field that finds people and accounts, and takes what it found. */
async function pick(text: string, option: RegExp): Promise<void> {
  await expect(page().getByPlaceholder('Name, number, phone')).toBeFocused()
  await page().keyboard.type(text)
  await expect(page().getByRole('option', { name: option, selected: true })).toBeVisible()
  await press('Enter')
}

test('[W46][W29] money goes from one account to another by the keyboard: both balances before, the paper after', async () => {
  await openAccount(savings, /Achieng/)
  await branch.picture('account')
  await press('t')
  await expect(heading('Transfer')).toBeVisible()
  await pick('brenda', /Brenda Njeri/)
  const amount = page().getByRole('textbox', { name: 'Amount to transfer' })
  await expect(amount).toBeFocused()
  await page().keyboard.type('1,250')
  await press('Enter')
  await expect(button('Post the transfer')).toBeFocused()
  await expect(page().getByRole('table', { name: 'Balance of' })).toContainText('18,750.00')
  await expect(page().getByRole('table', { name: 'Balance of' })).toContainText('21,247.50')
  await branch.picture('transfer')
  await press('Enter')
  await expect(recorded(/Transfer recorded · receipt/)).toBeVisible()
  await branch.picture('transfer-done')
  await press('Enter')
  await expect(heading(/Achieng/)).toBeVisible()
})

test('[W46] a second holder is added, and where all sign nothing leaves before each is marked', async () => {
  await press('j')
  await expect(heading('Change the holders')).toBeVisible()
  await pick('brenda', /Brenda Njeri/)
  await page().getByLabel('Who signs').selectOption('all')
  await branch.picture('holders')
  await page().getByLabel('Who signs').press('Enter')
  await expect(button('Save the holders')).toBeFocused()
  await press('Enter')
  await expect(recorded(/Holders recorded/)).toBeVisible()
  await press('Enter')
  await expect(page().getByText('All of them together')).toBeVisible()
  await press('w')
  await expect(page().getByRole('textbox', { name: 'Amount paid out' })).toBeFocused()
  await page().keyboard.type('100')
  await expect(page().getByRole('alert')).toContainText('Let every holder sign')
  for (const name of [/Achieng/, /Brenda/]) await page().getByRole('checkbox', { name }).check()
  await branch.picture('signatures')
  await page()
    .getByRole('checkbox', { name: /Brenda/ })
    .press('Enter')
  await expect(button('Post the withdrawal')).toBeFocused()
  await press('Enter')
  await expect(recorded(/Withdrawal recorded/)).toBeVisible()
  await press('Enter')
  await expect(heading(/Achieng/)).toBeVisible()
})

test('[W46] a standing instruction is placed with its days in sight, and cancelled', async () => {
  await openAccount(current, /Brenda/)
  await press('i')
  await expect(heading('Standing instruction')).toBeVisible()
  await pick('achieng', /Achieng Odhiambo/)
  await expect(page().getByRole('textbox', { name: 'Amount each time' })).toBeFocused()
  await page().keyboard.type('500')
  await expect(page().getByText('and so on')).toBeVisible()
  await page().getByLabel('First on').fill('01/01/2020')
  await expect(page().getByText('this day is over')).toBeVisible()
  await page().getByLabel('First on').press('ArrowUp')
  await page().getByLabel('First on').fill(today.split('-').toReversed().join('/'))
  await expect(page().getByText('this day is over')).toBeHidden()
  await branch.picture('standing-instruction')
  await page().getByLabel('Try again for days').press('Enter')
  await expect(button('Place the instruction')).toBeFocused()
  await press('Enter')
  await expect(recorded(/Instruction recorded/)).toBeVisible()
  await press('Enter')
  await expect(page().getByRole('region', { name: 'Standing instructions' })).toContainText('Every month')
  await branch.picture('account-with-instruction')
  await button('Cancel').click()
  await expect(button('Cancel the instruction')).toBeFocused()
  await press('Enter')
  await expect(page().getByText('None.')).toBeVisible()
})

test('[A8][W46] above the limit an order waits; who decides reads whom it pays and on which days', async () => {
  await press('i')
  await expect(heading('Standing instruction')).toBeVisible()
  await pick('achieng', /Achieng Odhiambo/)
  const amount = page().getByRole('textbox', { name: 'Amount each time' })
  await expect(amount).toBeFocused()
  await page().keyboard.type('6m')
  await button('Send for approval').click()
  await expect(heading('Sent for approval')).toBeVisible()
  await branch.signIn('HO1')
  await goTo('#/approvals')
  const requests = page().getByRole('grid', { name: 'Approvals' })
  await expect(requests).toContainText('Standing instruction above the limit')
  await requests.focus()
  await press('Enter')
  const dialog = page().getByRole('dialog', { name: 'Standing instruction above the limit' })
  await expect(dialog.getByText('Achieng Odhiambo')).toBeVisible()
  await expect(dialog.getByText('and so on')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Approve' })).toBeEnabled()
  await branch.picture('approve-instruction')
  await dialog.getByRole('button', { name: 'Approve' }).click()
  await expect(page().getByRole('status')).toContainText('Approved')
  await branch.signIn('MGR1')
  await openAccount(current, /Brenda/)
  await expect(page().getByRole('region', { name: 'Standing instructions' })).toContainText('6,000,000.00')
})

test('[W46] an overdraft is agreed within what the product allows', async () => {
  await press('l')
  await expect(page().getByRole('dialog', { name: 'Arranged overdraft' })).toBeVisible()
  const limit = page().getByRole('textbox', { name: 'Overdraft down to' })
  await expect(limit).toBeFocused()
  await limit.fill('900,000')
  await expect(page().getByRole('alert')).toBeVisible()
  await limit.fill('2,000')
  await expect(page().getByRole('alert')).toBeHidden()
  await branch.picture('overdraft')
  await press('Enter')
  await expect(button('Agree the overdraft')).toBeFocused()
  await press('Enter')
  await expect(page().getByRole('dialog')).toBeHidden()
  await expect(page().getByRole('region', { name: 'Terms' })).toContainText('2,000.00')
})

test('[Q8][S10] money is held until a day, and My day tells how much', async () => {
  await openAccount(current, /Brenda/)
  await expect(
    page()
      .getByRole('row', { name: /Operation fee/ })
      .first(),
  ).toBeVisible()
  await press('h')
  await expect(page().getByRole('textbox', { name: 'Amount to hold' })).toBeFocused()
  await page().keyboard.type('750')
  await page().getByLabel('Reason').selectOption('guarantee')
  await page().getByLabel('Last day').fill(today.split('-').toReversed().join('/'))
  await branch.picture('hold')
  await page().getByRole('textbox', { name: 'Note' }).press('Enter')
  await expect(button('Place the hold')).toBeFocused()
  await press('Enter')
  await expect(recorded(/Hold recorded/)).toBeVisible()
  await press('Enter')
  await expect(page().getByRole('region', { name: 'Holds' })).toContainText('Until')
  await goTo('#/my-day')
  await expect(page().getByRole('row', { name: /Hold placed/ })).toContainText('750.00')
  await branch.picture('my-day-with-hold')
  await openAccount(current, /Brenda/)
})

test('[S9][W55] held money is taken in part for what it was held for, with a second person, and the rest is free', async () => {
  await button('Take').click()
  const dialog = page().getByRole('dialog', { name: 'Take held money' })
  await expect(dialog.getByRole('textbox', { name: 'Amount to take' })).toBeFocused()
  await expect(dialog.getByRole('textbox', { name: 'Amount to take' })).toHaveValue('750.00')
  await dialog.getByRole('textbox', { name: 'Amount to take' }).fill('800')
  await expect(dialog.getByRole('alert')).toContainText('750.00')
  await dialog.getByRole('textbox', { name: 'Amount to take' }).fill('300')
  await expect(dialog.getByText('Operation fee')).toBeVisible()
  await dialog.getByLabel('Where it goes').selectOption('ledger')
  await dialog.getByLabel('Account of the chart').selectOption('2270')
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Owed under the guarantee')
  await expect(dialog.getByText('2270 Sundry payables').last()).toBeVisible()
  await expect(dialog.getByText('Operation fee')).toBeHidden()
  await expect(dialog.getByRole('table', { name: 'Balance of' })).toContainText('20,947.50')
  await branch.picture('hold-taken')
  await button('Ask a manager here').click()
  await page().getByLabel('Staff code').fill('HO1')
  await page().getByLabel('Passphrase').fill(foundedPassphrase)
  await press('Enter')
  await expect(heading('Held amount taken')).toBeVisible()
  await expect(page().getByText('Grace Wanjiru').last()).toBeVisible()
  await openAccount(current, /Brenda/)
  await expect(page().getByRole('region', { name: 'Holds' })).toBeHidden()
})

test('[S15][W55] where all sign, held money is taken in cash once each holder is marked', async () => {
  const hold = { type: 'hold.place', accountId: savings, amountMinor: 40_000n, currency: 'KES', reason: 'other' }
  await branch.execute(hold)
  await openAccount(savings, /Achieng/)
  await button('Take').click()
  const dialog = page().getByRole('dialog', { name: 'Take held money' })
  await expect(dialog.getByRole('alert')).toContainText('Let every holder sign')
  for (const name of [/Achieng/, /Brenda/]) await dialog.getByRole('checkbox', { name }).check()
  await expect(dialog.getByRole('alert')).toBeHidden()
  await branch.picture('hold-signed')
  await dialog.getByRole('textbox', { name: 'Note' }).press('Enter')
  await expect(button('Take the money')).toBeFocused()
  await press('Enter')
  await expect(heading('Held amount taken')).toBeVisible()
  await openAccount(current, /Brenda/)
})

test('[Q3][W56] the balance opens what was on the account on any day, by either date', async () => {
  await button(/^Balance/).click()
  const dialog = page().getByRole('dialog', { name: 'Balance of a day' })
  const standing = dialog.getByRole('status')
  const now = (await button(/^Balance/).innerText()).match(/[\d,.]+/)?.[0] ?? ''
  await expect(standing).toContainText(now)
  await branch.picture('balance-of-day')
  await dialog.getByLabel('Dates').selectOption('By value date')
  await expect(standing).toContainText(now)
  await dialog.getByLabel('At the end of').press('ArrowDown')
  await expect(standing).toContainText('0.00')
  await expect(standing).not.toContainText(now)
  await press('Escape')
  await expect(dialog).toBeHidden()
})

test('[W46][W28] the palette knows what can be done with the account in sight', async () => {
  await press('Control+k')
  await page().keyboard.type('holders')
  await expect(page().getByRole('option', { name: /Change the holders/, selected: true })).toBeVisible()
  await press('Enter')
  await expect(heading('Change the holders')).toBeVisible()
  await press('F5')
  await expect(heading('Transfer')).toBeVisible()
})

test('[W47] what a client wants names three products with reasons, and the one that is chosen is opened', async () => {
  await goTo(`#/client/${brenda}`)
  await expect(heading(/Brenda/)).toBeVisible()
  await press('f')
  await expect(page().getByLabel('What is it for?')).toBeFocused()
  await page().getByLabel('What is it for?').selectOption('goal')
  await page().getByLabel('When is the money needed?').selectOption('after-term')
  await page().getByRole('textbox', { name: 'How much' }).fill('60,000')
  await page().getByRole('textbox', { name: 'For months' }).fill('18')
  const fitting = page().getByRole('region', { name: 'What fits best' })
  await expect(fitting.getByRole('button')).toHaveCount(3)
  await expect(fitting.getByRole('button').first()).toContainText('Recurring deposit')
  await expect(fitting.getByRole('button').first()).toContainText('Made for this: For something planned')
  await branch.picture('advice')
  await page().getByRole('textbox', { name: 'For months' }).press('Enter')
  await expect(fitting.getByRole('button').first()).toBeFocused()
  await press('Enter')
  await expect(page().getByLabel('Term in months')).toHaveValue('18')
  await press('Escape')
  await expect(page().getByRole('textbox', { name: 'How much' })).toHaveValue('60,000')
  await fitting.getByRole('button').first().press('Enter')
  await expect(page().getByLabel('Term in months')).toBeFocused()
  await press('Enter')
  await page().keyboard.type('2,500')
  await press('Enter')
  await expect(button('Open the account')).toBeFocused()
  await press('Enter')
  await expect(page().getByText('Matures on')).toBeVisible()
})

for (const look of ['dark', 'zoomed', 'arabic'] as const) {
  test(`[W31] what is done with an account fits ${look}`, async () => {
    await lookWith(branch, look)
    for (const task of ['account', 'savings-transfer', 'holders', 'standing-instruction']) {
      await goTo(`#/${task}/${current}`)
      await expect(heading(/./)).toBeVisible()
      await expect(page().getByText('Brenda').first()).toBeVisible()
      await branch.picture(`${task}-${look}`)
    }
  })
}
