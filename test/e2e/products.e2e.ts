import { expect, type Locator, test } from '@playwright/test'
import { addDays, type BusinessDate, businessDate } from '../../core/calendar/business-date.ts'
import { type FoundedBranch, launchFounded } from './support/launch-founded.ts'
import { lookWith } from './support/look-with.ts'

let branch: FoundedBranch
const today = businessDate(new Date().toISOString().slice(0, 10))
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('HO1')
  await branch.execute({ type: 'day.open', date: today })
})
test.afterAll(() => branch.close())

const page = () => branch.page
const button = (name: string | RegExp): Locator => page().getByRole('button', { name })
const heading = (name: string | RegExp): Locator => page().getByRole('heading', { level: 1, name })
const field = (name: string): Locator => page().getByRole('textbox', { name, exact: true })
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page().keyboard.press(key)
}
const typed = (date: BusinessDate): string => date.split('-').toReversed().join('/')

async function goTo(hash: string): Promise<void> {
  await page().evaluate(place => {
    window.location.hash = place
  }, hash)
}

test('[W45] head office writes a product: only the terms of its kind, and what stands against one under it', async () => {
  await goTo('#/products')
  await expect(heading('Products')).toBeVisible()
  await expect(page().getByRole('row', { name: /Basic savings/ })).toBeVisible()
  await branch.picture('products')
  await press('n')
  await expect(heading('New product')).toBeVisible()
  await expect(field('Name')).toBeFocused()
  await expect(field('At least, months')).toBeHidden()
  await page().keyboard.type('Harvest savings')
  await expect(field('Identifier')).toHaveValue('harvest-savings')
  await press('Enter', 'Enter')
  await expect(field('First day')).toBeFocused()
  await page().keyboard.type(typed(today))
  await field('First deposit at least').fill('500')
  await field('Minimum balance').fill('1000')
  await expect(page().getByText('this is less than the minimum balance')).toBeVisible()
  await branch.picture('product-form-refused')
  await field('First deposit at least').fill('1000')
  await expect(page().getByText('this is less than the minimum balance')).toBeHidden()
})

test('[W45] a year of a client is counted while the terms are typed, and the second Enter publishes', async () => {
  const preview = page().getByRole('region', { name: 'A year of a client' })
  await expect(preview.getByText('More, or less, than paid in')).toBeVisible()
  await field('Rate 1: percent a year').fill('12')
  await field('Puts in on the first day').fill('10,000')
  await expect(preview).toContainText(/KES.?1,2\d\d\.\d\d/)
  await branch.picture('product-form')
  await press('Control+Enter')
  await expect(button('Publish')).toBeFocused()
  await press('Enter')
  await expect(page().getByRole('heading', { name: /Product published/ })).toBeVisible()
  await press('Enter')
  await expect(heading('Harvest savings')).toBeVisible()
  await branch.picture('product')
})

test('[W45] the next version says what changes from which day, before it is published and ever after', async () => {
  await press('n')
  await expect(heading('Next version of Harvest savings')).toBeVisible()
  await expect(field('First day')).toBeFocused()
  await page().keyboard.type(typed(today))
  await field('Each month').fill('25')
  await expect(page().getByText('this must be after the first day of the version before')).toBeVisible()
  await field('First day').fill(typed(addDays(today, 30)))
  const changes = page().getByRole('table', { name: /What changes from/ })
  await expect(changes.getByRole('row', { name: /Each month/ })).toContainText('25.00')
  await branch.picture('product-next-version')
  await press('Control+Enter')
  await expect(button('Publish')).toBeFocused()
  await press('Enter')
  await expect(page().getByRole('heading', { name: /Product published/ })).toBeVisible()
  await press('Enter')
  await expect(page().getByRole('region', { name: 'Version 2' })).toContainText('Each month')
  await branch.picture('product-versions')
})

for (const look of ['dark', 'zoomed', 'arabic'] as const) {
  test(`[W31] the form of a product fits ${look}`, async () => {
    await lookWith(branch, look)
    await goTo('#/next-version/recurring-deposit')
    await expect(page().getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page().locator('[data-field="installment.minimumMinor"]')).toBeVisible()
    await branch.picture(`product-form-${look}`)
    await goTo('#/product/harvest-savings')
    await expect(heading('Harvest savings')).toBeVisible()
    await branch.picture(`product-${look}`)
  })
}

test('[W45] a product that is retired says so, after it was said what that means', async () => {
  await lookWith(branch, 'plain')
  await goTo('#/product/harvest-savings')
  await button('Retire').click()
  await expect(button('Retire the product')).toBeFocused()
  await branch.picture('product-retire')
  await press('Enter')
  await expect(page().getByText('Retired', { exact: true })).toBeVisible()
  await expect(button(/Next version/)).toBeHidden()
})
