import { expect, test } from '@playwright/test'
import { addDays, businessDate } from '../../core/calendar/business-date.ts'
import { templateProducts } from '../../core/products/products-template.ts'
import { type FoundedBranch, launchFounded } from './support/launch-founded.ts'

let branch: FoundedBranch
let accountId = ''
const today = businessDate(new Date().toISOString().slice(0, 10))
const opened = addDays(today, -3)
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('HO1')
  await branch.execute({ type: 'day.open', date: opened })
  const offered = templateProducts('KES').find(({ productId }) => productId === 'passbook-savings')
  const dormancy = { inactiveAfterDays: 1, dormantAfterDays: 2 }
  await branch.execute({ type: 'product.publish', product: { ...offered, version: 2, validFrom: opened, dormancy } })
  const client = { givenNames: 'Achieng', sex: 'female', birthDate: '1988-04-17', phone: '+254711000001' }
  const { clientId } = await branch.execute({ type: 'client.register', client })
  accountId = (await branch.execute({ type: 'savings.open', clientId, productId: 'passbook-savings' })).accountId ?? ''
  await branch.execute({ type: 'vault.count', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 2_000 }] })
  await branch.execute({ type: 'day.close' })
  await branch.execute({ type: 'day.open', date: today })
  await branch.signIn('MGR1')
})
test.afterAll(() => branch.close())

test('[W46][S18] an account that fell asleep says so, and an overseer brings it back', async () => {
  const { page } = branch
  await page.evaluate(id => {
    window.location.hash = `#/account/${id}`
  }, accountId)
  await expect(page.getByRole('status').filter({ hasText: 'Nobody has used this account for long' })).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByRole('button', { name: 'Deposit' })).toBeHidden()
  await branch.picture('account-asleep')
  await page.keyboard.press('a')
  await expect(page.getByRole('button', { name: 'Bring the account back' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nobody has used this account for long')).toBeHidden()
  await expect(page.getByRole('button', { name: /^Deposit/ })).toBeVisible()
})
