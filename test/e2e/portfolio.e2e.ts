import { expect, type Locator, test } from '@playwright/test'
import { addDays, businessDate } from '../../core/calendar/business-date.ts'
import { type FoundedBranch, foundedPassphrase, launchFounded } from './support/launch-founded.ts'
import { lookWith } from './support/look-with.ts'

let branch: FoundedBranch
const today = businessDate(new Date().toISOString().slice(0, 10))
const typed = (date: string): string => date.split('-').toReversed().join('/')
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('MGR1')
  await branch.execute({ type: 'day.open', date: today })
  await branch.signIn('TEL1')
  const counted = [{ faceMinor: 100_000n, pieces: 60 }]
  await branch.execute({ type: 'drawer.open', currency: 'KES', counted })
  await lent('Achieng', '+254712345678', '29384756', 1_000_000n)
  await lent('Wanjiku', '+254722000111', '30112233', 1_500_000n)
})
test.afterAll(() => branch.close())

const page = () => branch.page
const button = (name: string | RegExp): Locator => page().getByRole('button', { name })
const heading = (name: string | RegExp): Locator => page().getByRole('heading', { level: 1, name })

async function lent(givenNames: string, phone: string, number: string, amountMinor: bigint): Promise<void> {
  const idDocument = { kind: 'national-id', number }
  const client = { givenNames, sex: 'female', birthDate: '1988-04-17', phone, idDocument }
  const { clientId } = await branch.execute({ type: 'client.register', client })
  const { loanId } = await branch.execute({
    type: 'loan.draft',
    clientId,
    productId: 'microfinance-business-loan',
    principalMinor: amountMinor,
  })
  await branch.execute({ type: 'loan.submit', loanId })
  await branch.signIn('MGR1')
  await branch.execute({ type: 'loan.approve', loanId })
  await branch.signIn('TEL1')
  await branch.execute({ type: 'loan.disburse', loanId, amountMinor, currency: 'KES', to: { kind: 'drawer' } })
}

async function goTo(hash: string): Promise<void> {
  await page().evaluate(place => {
    window.location.hash = place
  }, hash)
}

test('[L62][W78] the board says how the loans stand on a day, and each figure opens its loans', async () => {
  await branch.signIn('HO1')
  await goTo('#/portfolio')
  await expect(heading('Portfolio')).toBeVisible()
  await expect(button(/^Outstanding.*25,000\.00/)).toContainText('2 loans')
  await expect(button(/^PAR 30/)).toContainText('0%')
  await expect(page().getByText('Yield this month, for a year')).toBeVisible()
  await expect(page().getByText(/KES.0\.00.* of income/)).toBeVisible()
  await page()
    .getByLabel('As of')
    .fill(typed(addDays(today, 75)))
  await expect(button(/^PAR 30/)).toContainText('100%')
  await expect(button(/^PAR 90/)).toContainText('0%')
  await expect(button(/^31–60 days late/)).toContainText('25,000.00')
  await branch.picture('portfolio-board')
  await button(/^31–60 days late/).click()
  await expect(heading('31–60 days late')).toBeVisible()
  await expect(page().getByRole('grid')).toBeFocused()
  await expect(page().getByRole('row', { name: /Achieng/ })).toContainText('10,000.00')
  await branch.picture('portfolio-loans')
  await page().keyboard.press('Enter')
  await expect(heading(/Achieng|Wanjiku/)).toBeVisible()
  await page().goBack()
  await expect(heading('31–60 days late')).toBeVisible()
  await page().keyboard.press('Escape')
  await expect(heading('Portfolio')).toBeVisible()
  const byProduct = page().getByRole('list', { name: 'Outstanding by product' })
  await byProduct.getByRole('button').click()
  await expect(button('Product: Microfinance business loan')).toBeVisible()
  await expect(page().getByRole('list', { name: 'Outstanding by officer' })).toContainText('Peter Mwangi')
  await button('Product: Microfinance business loan').click()
  await expect(byProduct).toBeVisible()
})

test('[W77] what is lacking is shown as it would be posted, is signed by a second person, and stands', async () => {
  await page().getByLabel('As of').fill(typed(today))
  await expect(button(/^PAR 30/)).toContainText('0%')
  await button('Provision').click()
  await expect(heading('Provision')).toBeVisible()
  await expect(page().getByRole('row', { name: /Microfinance business loan/ })).toContainText('250.00')
  await page().getByLabel('Provided for by').selectOption('stages')
  await expect(page().getByText(/^For comparison only/)).toBeVisible()
  await expect(button(/^Add /)).toBeHidden()
  await page().getByLabel('Provided for by').selectOption('ageing')
  await branch.picture('portfolio-provision')
  await button(/^Add .*250\.00.* to the provision$/).click()
  await expect(page().getByRole('table', { name: 'Balance of' })).toContainText('250.00')
  await button('Ask a manager here').click()
  await page().getByRole('dialog').getByLabel('Staff code').fill('MGR1')
  await page().getByRole('dialog').getByLabel('Passphrase').fill(foundedPassphrase)
  await branch.picture('portfolio-provision-signed')
  await page().getByRole('dialog').getByLabel('Passphrase').press('Enter')
  await expect(page().getByText('What stands is what is required.')).toBeVisible()
  await expect(page().getByText('Last posted as of')).toBeVisible()
  await branch.picture('portfolio-provision-posted')
})

test('[W77] head office says that losses are provided for by stages, and with what percent of each', async () => {
  await button('How losses are provided for').click()
  const dialog = page().getByRole('dialog')
  await dialog.getByLabel('Provided for by').selectOption('stages')
  await dialog.getByLabel(/^Stage 1/).fill('2')
  await branch.picture('portfolio-provision-policy')
  await dialog.getByRole('button', { name: /^Save/ }).click()
  await expect(dialog).toBeHidden()
  await expect(page().getByLabel('Provided for by')).toHaveValue('stages')
  await expect(page().getByRole('row', { name: /Microfinance business loan/ })).toContainText('500.00')
})

test('[L62] the board is read in another light, larger, and from the right', async () => {
  for (const look of ['dark', 'zoomed', 'arabic'] as const) {
    await goTo('#/portfolio')
    await lookWith(branch, look)
    await expect(page().getByRole('main').getByRole('list').first()).toBeVisible()
    await branch.picture(`portfolio-board-${look}`)
  }
  await lookWith(branch, 'plain')
})
