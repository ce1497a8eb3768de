import { expect, type Locator, test } from '@playwright/test'
import { businessDate } from '../../core/calendar/business-date.ts'
import { type FoundedBranch, launchFounded } from './support/launch-founded.ts'

const today = new Date().toISOString().slice(0, 10)
let branch: FoundedBranch
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('HO1')
  await branch.execute({ type: 'day.open', date: businessDate(today) })
})
test.afterAll(() => branch.close())

const button = (name: string): Locator => branch.page.getByRole('button', { name })

async function goTo(task: string): Promise<void> {
  await branch.page.evaluate(hash => {
    window.location.hash = hash
  }, `#/${task}`)
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await branch.page.keyboard.press(key)
}

test('[W44] head office publishes what a currency costs, and sees all that was said of it', async () => {
  await goTo('rates')
  await expect(button('Publish a rate')).toBeVisible()
  await press('n')
  const dialog = branch.page.getByRole('dialog')
  await expect(dialog.getByLabel('Currency')).toBeFocused()
  await branch.page.keyboard.type('usd')
  await press('Tab')
  for (const price of ['128.5', '129', '129.5']) {
    await press('Tab')
    await branch.page.keyboard.type(price)
  }
  await expect(dialog.getByRole('button', { name: 'Publish', exact: false })).toBeEnabled()
  await branch.picture('rate-publish')
  await press('Enter')
  const list = branch.page.getByRole('grid', { name: 'Rates of the day' })
  await expect(list).toContainText('129.5')
  await list.focus()
  await press('Enter')
  await expect(branch.page.getByRole('grid', { name: 'Rates of USD' })).toContainText('Grace Wanjiru')
  await branch.picture('rate-history')
  await press('Escape')
})

test('[W44] a teller opens a drawer of dollars and buys them from the keyboard', async () => {
  await branch.signIn('TEL1')
  await branch.execute({ type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 40 }] })
  await goTo('drawer')
  await expect(button('Open one in another currency')).toBeVisible()
  await press('o')
  await expect(branch.page.getByLabel(/Pieces of USD 100/)).toBeFocused()
  for (let face = 0; face < 12; face += 1) await press('Enter')
  await expect(button('Open the drawer')).toBeFocused()
  await press('Enter')
  await expect(branch.page.getByRole('grid', { name: 'Drawers' })).toContainText('USD')
  await press('F8')
  await expect(branch.page.getByLabel('The client hands in')).toBeFocused()
  await branch.page.keyboard.type('100')
  await expect(branch.page.getByLabel('The client receives')).toHaveValue('12,850.00')
  await press('Enter')
  await expect(button('Exchange')).toBeFocused()
  const effect = branch.page.getByRole('table', { name: 'Balance of' })
  await expect(effect.getByRole('row', { name: /Your drawer/ })).toHaveCount(2)
  await expect(effect.getByRole('row')).toHaveCount(3)
  await branch.picture('exchange-buy')
  await press('Enter')
  await expect(branch.page.getByText(/Exchange recorded/).first()).toBeVisible()
  await expect(branch.page.getByLabel('Receipt', { exact: true })).toContainText('Client received')
  await branch.picture('exchange-posted')
})

test('[W44] a wanted amount says what must be handed in', async () => {
  await expect(button('Done')).toBeFocused()
  await press('Enter')
  await press('F8')
  await expect(branch.page.getByLabel('The client hands in')).toBeFocused()
  await press('F9')
  const wanted = branch.page.getByLabel('The client receives')
  await wanted.focus()
  await branch.page.keyboard.type('20')
  await expect(branch.page.getByLabel('The client hands in')).toHaveValue('2,590.00')
  await press('Enter')
  await expect(button('Exchange')).toBeFocused()
  await branch.picture('exchange-sell')
  await press('Enter')
  await expect(branch.page.getByText(/Exchange recorded/).first()).toBeVisible()
  await goTo('rates')
  await expect(branch.page.getByRole('grid', { name: 'Held of foreign currencies' })).toContainText('80.00')
  await branch.picture('rates-page')
})

test('[F8] the accountant’s revaluation shows its sum before anybody signs', async () => {
  await branch.signIn('MGR1')
  await goTo('rates')
  await expect(button('Revalue')).toBeVisible()
  await press('v')
  await expect(branch.page.getByLabel('Currency')).toBeFocused()
  const asOf = branch.page.getByLabel('As of the end of')
  await asOf.fill('')
  await expect(asOf).toHaveValue('')
  await asOf.fill(today.split('-').toReversed().join('/'))
  await expect(branch.page.getByText('Worth at the middle rate', { exact: true })).toBeVisible()
  await expect(branch.page.getByText('Nothing to book')).toBeVisible()
  await expect(button('Book the difference')).toBeEnabled()
  await branch.picture('revalue')
})

test('[T18] the balance sheet stands in the institution’s currency, at rates that are named', async () => {
  await goTo('statements')
  await branch.page.getByLabel('Statement', { exact: true }).selectOption({ label: 'Balance sheet' })
  await branch.page.getByLabel('Currency').selectOption({ label: 'All, in KES' })
  await expect(branch.page.getByText(/All currencies at middle rates: .1\sUSD = KES\s129\.00/)).toBeVisible()
  await expect(branch.page.getByRole('grid', { name: 'Statements' })).not.toContainText('Foreign exchange position')
  await branch.picture('statement-consolidated')
})
