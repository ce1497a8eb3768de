import { expect, test } from '@playwright/test'
import { addDays, businessDate } from '../../core/calendar/business-date.ts'
import { borrowers } from './support/borrowers.ts'
import { type FoundedBranch, foundedPassphrase, launchFounded } from './support/launch-founded.ts'
import { dayTyped, loanWindow } from './support/loan-window.ts'
import { lookWith } from './support/look-with.ts'
import { pagePort } from './support/page-port.ts'

const today = businessDate(new Date().toISOString().slice(0, 10))
const names = ['Achieng', 'Wanjiku'] as const

let branch: FoundedBranch
let w: ReturnType<typeof loanWindow>
let lent: Awaited<ReturnType<typeof borrowers>>
/** Of the one it was paid out in part, of the other whole. */
let partly = ''
let whole = ''
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  w = loanWindow(branch)
  lent = await borrowers(branch, { openedOn: addDays(today, -20), names })
  partly = await lent.drafted(lent.clients[0])
  whole = await lent.drafted(lent.clients[1])
  await lent.approved([partly, whole])
  for (const [place, loanId] of [partly, whole].entries()) {
    const accountId = await accountOf(place)
    const amountMinor = loanId === partly ? 2_500_000n : 4_000_000n
    await branch.execute({
      type: 'loan.disburse',
      loanId,
      amountMinor,
      currency: 'KES',
      to: { kind: 'savings', accountId },
    })
  }
  await branch.execute({ type: 'day.close' })
  await branch.execute({ type: 'day.open', date: today })
  await branch.execute({ type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 50 }] })
})
test.afterAll(() => branch.close())

async function accountOf(place: number): Promise<string> {
  const client = await pagePort(branch.page).query({ type: 'client', clientId: lent.clients[place] ?? '' })
  return (client.ok && client.value.accounts[0]?.accountId) || ''
}

const amount = () => branch.page.getByLabel('Amount')
const openPartly = (): Promise<void> => w.openLoan(partly, names[0])
const openWhole = (): Promise<void> => w.openLoan(whole, names[1])

test('[W69] the second part of a loan is paid out, its plan before and after side by side', async () => {
  await openPartly()
  await w.press('d')
  await expect(amount()).toHaveValue('15,000.00')
  await branch.page.getByLabel('In cash or through an account').selectOption({ index: 1 })
  await expect(w.table('The plan before and after')).toBeVisible()
  await branch.picture('loan-second-part')
  await w.recordIt()
  await expect(w.grid('What happened').getByRole('row', { name: /Paid out/ })).toHaveCount(2)
  await expect(w.button('Pay out')).toBeHidden()
})

test('[W69] a fee is charged and waived, and a payment counts from an earlier day', async () => {
  await branch.signIn('HO1')
  await openPartly()
  await w.press('c')
  await expect(branch.page.getByLabel('What is charged')).toBeFocused()
  await amount().fill('200')
  await expect(w.table('The loan')).toBeVisible()
  await branch.picture('loan-charge')
  await w.recordIt()
  await expect(w.grid('What happened').getByRole('row', { name: /Charged/ })).toContainText('200.00')
  await w.press('w')
  await branch.page.getByLabel('What is waived').selectOption({ label: `Fee 200.00, ${dayShown(today)}` })
  await expect(w.table('The loan')).toBeVisible()
  await branch.picture('loan-waive')
  await w.recordIt()
  await expect(w.grid('What happened').getByRole('row', { name: /Charge waived/ })).toContainText('200.00')
  await branch.signIn('TEL1')
  await openPartly()
  await w.press('p')
  await amount().fill('1,000')
  await branch.page.getByLabel('Counts from').fill(dayTyped(addDays(today, -2)))
  await w.recordIt()
  await expect(
    w
      .grid('What happened')
      .getByRole('row', { name: /Repaid/ })
      .first(),
  ).toContainText('counts from')
  await branch.picture('loan-backdated')
})

const dayShown = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(date),
  )

test('[W69][W68] a repayment beyond the teller’s limit is reversed when a second person signs, and what was overpaid goes back', async () => {
  const { payoffMinor } = await w.readLoan(whole)
  const overpay = async (): Promise<void> => {
    await openWhole()
    await w.press('p')
    await amount().fill(String(payoffMinor / 100n + 500n))
    await expect(w.table('The loan')).toContainText('Overpaid')
    await w.recordIt()
    await expect(w.mark('Overpaid')).toBeVisible()
  }
  await overpay()
  await expect(w.grid('What happened')).toBeFocused()
  await w.press('r')
  await branch.page.getByLabel('Reason').selectOption({ index: 1 })
  await expect(w.table('The loan')).toContainText('Running')
  await branch.picture('loan-reverse')
  await w.button('Ask a manager here').click()
  const dialog = branch.page.getByRole('dialog', { name: 'Second signature' })
  await dialog.getByLabel('Staff code').fill('MGR1')
  await dialog.getByLabel('Passphrase').fill(foundedPassphrase)
  await branch.picture('loan-reverse-signed')
  await dialog.getByRole('button', { name: 'Sign and post' }).click()
  await expect(w.button('Done')).toBeFocused()
  await w.press('Enter')
  await expect(w.mark('Running')).toBeVisible()
  await overpay()
  await w.press('f')
  await expect(w.table('The loan')).toContainText('Paid off')
  await branch.picture('loan-refund')
  await w.recordIt()
  await expect(w.mark('Paid off')).toBeVisible()
})

test('[W73] an order to repay a loan is given on its page, which says so, and stays with the account', async () => {
  await openPartly()
  await w.press('o')
  await expect(w.heading('Order repayment')).toBeVisible()
  await branch.page.getByLabel('Out of account').selectOption({ index: 1 })
  await expect(branch.page.getByLabel('How often')).toHaveValue('monthly')
  await expect(w.region('What this will do')).toContainText('At most each time')
  await branch.picture('loan-order')
  await w.recordIt()
  await expect(w.region('Worth knowing')).toContainText('Repaid by order')
  await branch.picture('loan-ordered')
})

test('[W72] a loan that is approved pays a running one off, and the client gets the rest', async () => {
  const next = await lent.drafted(lent.clients[0], { principalMinor: 6_000_000n })
  await lent.approved([next])
  const { number, payoffMinor } = await w.readLoan(partly)
  await w.openLoan(next, names[0])
  await w.press('t')
  await expect(branch.page.getByLabel('Loan that is paid off')).toBeFocused()
  await branch.page.getByLabel('Loan that is paid off').selectOption({ index: 1 })
  await expect(amount()).toHaveValue('60,000.00')
  await branch.page.getByLabel('In cash or through an account').selectOption({ index: 1 })
  await expect(w.region('What this will do')).toContainText(new RegExp(`Pays off .?${number}`))
  await branch.picture('loan-refinance')
  await w.recordIt()
  await expect(w.region('Worth knowing')).toContainText(number)
  await branch.picture('loan-refinanced')
  expect((await w.readLoan(next)).outstanding.principal).toBe(6_000_000n)
  expect(payoffMinor).toBeGreaterThan(4_000_000n)
  await openPartly()
  await expect(w.mark('Paid off')).toBeVisible()
})

test('[W71] the address of a loan that was never lent leads to its application', async () => {
  const loanId = await lent.drafted(lent.clients[1])
  await branch.execute({ type: 'loan.withdraw', loanId })
  await w.open(`#/loan/${loanId}`, names[1])
  await expect(w.mark('Withdrawn')).toBeVisible()
  expect(await branch.page.evaluate(() => window.location.hash)).toBe(`#/loan-application/${loanId}`)
})

test('[W31] the acts on a loan fit in Arabic, dark and large, and the books are whole', async () => {
  const next = await lent.drafted(lent.clients[1])
  await lent.approved([next])
  for (const look of ['dark', 'zoomed', 'arabic', 'plain'] as const) {
    await lookWith(branch, look)
    for (const act of ['disburse-loan', 'loan'] as const) {
      await w.goTo(`#/${act}/${next}`)
      await expect(branch.page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(branch.page.getByText(names[1]).first()).toBeVisible()
      await branch.picture(`loan-acts-${act}-${look}`)
    }
  }
  await branch.signIn('HO1')
  const verified = await pagePort(branch.page).execute({ type: 'books.verify', depth: 'full' })
  expect(verified).toMatchObject({ ok: true, value: { isClean: true, findings: [] } })
})
