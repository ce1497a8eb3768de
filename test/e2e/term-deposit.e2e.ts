import { expect, type Locator, test } from '@playwright/test'
import { businessDate } from '../../core/calendar/business-date.ts'
import { type FoundedBranch, launchFounded } from './support/launch-founded.ts'

let branch: FoundedBranch
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('TEL1')
  await branch.execute({ type: 'day.open', date: businessDate(new Date().toISOString().slice(0, 10)) })
})
test.afterAll(() => branch.close())

const button = (name: string | RegExp): Locator => branch.page.getByRole('button', { name })

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await branch.page.keyboard.press(key)
}

async function type(text: string): Promise<void> {
  await press('Control+A')
  await branch.page.keyboard.type(text)
}

async function chooseProduct(name: RegExp): Promise<void> {
  await press('o')
  await expect(branch.page.getByRole('dialog')).toBeVisible()
  await expect(button(/Basic savings/)).toBeFocused()
  while (!(await button(name).evaluate(product => product === document.activeElement))) await press('ArrowDown')
  await press('Enter')
}

test('[S16][W28][W58] a recurring deposit is agreed from the keyboard, a term out of bounds is refused by its field', async () => {
  const client = {
    givenNames: 'Achieng',
    sex: 'female',
    birthDate: '1988-04-17',
    phone: '+254712345678',
    idDocument: { kind: 'national-id', number: '29384756' },
  }
  const { clientId } = await branch.execute({ type: 'client.register', client })
  await branch.page.evaluate(id => {
    window.location.hash = `#/client/${id}`
  }, clientId)
  await expect(branch.page.getByRole('heading', { level: 1, name: 'Achieng' })).toBeVisible()
  await chooseProduct(/Recurring/)
  const months = branch.page.getByLabel('Term in months')
  await expect(months).toBeFocused()
  await type('500')
  await press('Enter')
  await type('2,500')
  await expect(branch.page.getByRole('alert')).toContainText('Term in months: this is more than the maximum')
  await branch.picture('term-refused')
  await months.focus()
  await type('12')
  await press('Enter', 'Enter')
  await expect(button('Open the account')).toBeFocused()
  await branch.picture('term-opening')
  await press('Enter')
  await expect(branch.page.getByText('Matures on')).toBeVisible()
  const terms = branch.page.getByRole('region', { name: 'Terms' })
  await expect(terms).toContainText('Interest a year5%')
  await expect(terms).toContainText(/Paid in each month.*2,500\.00/)
  await expect(terms).toContainText(/Installments paid0 of \d due so far/)
  await branch.picture('term-account')
})
