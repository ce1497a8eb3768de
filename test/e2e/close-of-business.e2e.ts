import { randomUUID } from 'node:crypto'
import { expect, type Locator, test } from '@playwright/test'
import { addDays, businessDate } from '../../core/calendar/business-date.ts'
import { type FoundedBranch, launchFounded } from './support/launch-founded.ts'
import { lookWith } from './support/look-with.ts'

const today = businessDate(new Date().toISOString().slice(0, 10))
const currency = 'KES'

let branch: FoundedBranch
let accountId: string | undefined
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  const { execute } = branch
  await branch.signIn('MGR1')
  await execute({ type: 'day.open', date: addDays(today, -20) })
  const { drawerId } = await execute({
    type: 'drawer.open',
    currency,
    counted: [{ faceMinor: 100_000n, pieces: 20 }],
  })
  const client = { givenNames: 'Achieng', familyName: 'Odhiambo', sex: 'female', birthDate: businessDate('1988-04-17') }
  const { clientId } = await execute({ type: 'client.register', client })
  const opened = await execute({ type: 'savings.open', clientId, productId: 'passbook-savings' })
  accountId = opened.accountId
  await execute({ type: 'savings.deposit', accountId, amountMinor: 500_000n, currency })
  await execute({ type: 'drawer.close', drawerId, counted: [{ faceMinor: 100_000n, pieces: 25 }] })
  await execute({ type: 'vault.count', currency, counted: [{ faceMinor: 100_000n, pieces: 2_005 }] })
})
test.afterAll(() => branch.close())

const heading = (name: string): Locator => branch.page.getByRole('heading', { level: 1, name })
const closing = (): Locator => branch.page.getByRole('region', { name: 'Close of business' })
const dates = (): Locator => branch.page.getByRole('grid', { name: 'Close of business' })

test('[W48] closing the day closes its business, and what became of each account is read by the keyboard', async () => {
  await branch.page.evaluate(() => {
    window.location.hash = '#/business-day'
  })
  await expect(branch.page.getByText('All cash is counted')).toBeVisible()
  await expect(closing().getByText('It begins by itself')).toBeVisible()
  await branch.page.keyboard.press('c')
  await expect(heading('Open the business day')).toBeVisible()
  await expect(closing().getByText('Interest, fees and orders are done through')).toBeVisible()
  await expect(dates().getByRole('row')).toHaveCount(2)
  await dates().focus()
  await branch.page.keyboard.press('Enter')
  const result = branch.page.getByRole('grid', { name: /^What .* did$/ })
  await expect(result.getByText('Achieng Odhiambo')).toBeVisible()
  // 5,000.00 at 2 % for a day; on a month's last day it stands there as posted, too.
  await expect(result.getByText('0.27').first()).toBeVisible()
  await branch.picture('closed-date')
})

test('[W48] days without work are made up for when the next one is opened, ended and gone on with', async () => {
  const opening = { type: 'day.open', key: randomUUID(), date: today } as const
  await branch.page.evaluate(async command => {
    const opened = window.branch.execute(command)
    await Promise.all([opened, window.branch.execute({ type: 'close-of-business.stop' })])
  }, opening)
  await expect(closing().getByText('Somebody ended it')).toBeVisible()
  await branch.picture('close-of-business-ended')
  await closing().getByRole('button', { name: 'Go on' }).click()
  await expect(closing().getByText('Interest, fees and orders are done through')).toBeVisible()
  await expect(dates().getByRole('row').nth(5)).toBeVisible()
  await branch.picture('close-of-business')
  await lookWith(branch, 'arabic')
  await expect(branch.page.getByRole('grid', { name: 'إقفال الأعمال' })).toBeVisible()
  await branch.picture('close-of-business-arabic')
})

test('[W50] an account is closed after each line of it was shown', async () => {
  await lookWith(branch, 'plain')
  await branch.execute({ type: 'drawer.open', currency, counted: [{ faceMinor: 100_000n, pieces: 20 }] })
  await branch.page.evaluate(id => {
    window.location.hash = `#/account/${id}`
  }, accountId)
  await branch.page.getByRole('button', { name: 'Close the account' }).click()
  const dialog = branch.page.getByRole('dialog', { name: 'Close the account' })
  await expect(dialog.getByText('Balance paid out')).toBeVisible()
  await expect(dialog).toContainText(/BalanceKES.?5,000\.00.*Balance paid outKES.?5,005\.\d\d/)
  await branch.picture('close-account')
  await dialog.getByRole('button', { name: 'Close it for good' }).click()
  await expect(dialog).toBeHidden()
  await expect(branch.page.getByLabel('Receipt', { exact: true })).toContainText('5,005')
  await branch.page.keyboard.press('Escape')
  await expect(branch.page.getByText('Closed', { exact: true })).toBeVisible()
})
