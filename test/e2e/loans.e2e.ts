import { expect, type Locator, test } from '@playwright/test'
import { addDays, businessDate } from '../../core/calendar/business-date.ts'
import { type FoundedBranch, launchFounded } from './support/launch-founded.ts'
import { lookWith } from './support/look-with.ts'
import { pagePort } from './support/page-port.ts'

const today = businessDate(new Date().toISOString().slice(0, 10))
const currency = 'KES'
const names = ['Achieng', 'Wanjiku', 'Njeri', 'Halima', 'Moraa'] as const

let branch: FoundedBranch
/** The group's loans, in the order of the names. */
const loans: string[] = []
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('MGR1')
  await branch.execute({ type: 'day.open', date: addDays(today, -31) })
  await branch.signIn('TEL1')
  const clients: string[] = []
  for (const [place, name] of names.entries()) clients.push(await registered(name, place))
  for (const clientId of clients) loans.push(await applied(clientId))
  for (const approver of ['MGR1', 'HO1']) {
    await branch.signIn(approver)
    for (const loanId of loans) await branch.execute({ type: 'loan.approve', loanId })
  }
  await branch.signIn('TEL1')
})
test.afterAll(() => branch.close())

const page = () => branch.page
const button = (name: string | RegExp): Locator => page().getByRole('button', { name })
const heading = (name: string | RegExp): Locator => page().getByRole('heading', { level: 1, name })
const grid = (name: string): Locator => page().getByRole('grid', { name })
const table = (name: string): Locator => page().getByRole('table', { name, exact: true })
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page().keyboard.press(key)
}
const goTo = (hash: string): Promise<void> =>
  page().evaluate(place => {
    window.location.hash = place
  }, hash)

async function registered(givenNames: string, place: number): Promise<string> {
  const client = {
    givenNames,
    sex: 'female',
    birthDate: '1988-04-17',
    phone: `+25471234560${place}`,
    idDocument: { kind: 'national-id', number: `3011220${place}` },
  }
  const { clientId = '' } = await branch.execute({ type: 'client.register', client })
  await branch.execute({ type: 'savings.open', clientId, productId: 'passbook-savings' })
  return clientId
}

async function applied(clientId: string): Promise<string> {
  const terms = { principalMinor: 4_000_000n, installments: 3, firstDueOn: addDays(today, -14) }
  const asked = { type: 'loan.draft', clientId, productId: 'microfinance-business-loan', ...terms }
  const { loanId = '' } = await branch.execute(asked)
  await branch.execute({ type: 'loan.submit', loanId })
  return loanId
}

/** The page of one of the loans; its history has the focus. */
async function openLoan(place: number): Promise<void> {
  await goTo('#/my-day')
  await expect(heading('My day')).toBeVisible()
  await goTo(`#/loan/${loans[place]}`)
  await expect(heading(names[place] ?? '')).toBeVisible()
  await expect(grid('What happened').or(page().getByText('Nothing is paid out yet'))).toBeVisible()
}

/** What is shown is recorded, and the page is left. */
async function recordIt(): Promise<void> {
  await expect(button('Record it')).toBeEnabled()
  await button('Record it').focus()
  await press('Enter')
  await expect(button('Done')).toBeFocused()
  await press('Enter')
}

test('[W66][W68] a loan is paid out into savings from the keyboard, its plan before and what the client gets beside it', async () => {
  for (const place of loans.keys()) {
    await openLoan(place)
    await press('d')
    await expect(page().getByLabel('Amount')).toHaveValue('40,000.00')
    await page().getByLabel('In cash or through an account').selectOption({ index: 1 })
    await expect(table('The loan')).toContainText('Running')
    if (place === 0) await branch.picture('loan-disburse')
    await recordIt()
    await expect(page().getByText('Running', { exact: true })).toBeVisible()
  }
  await expect(grid('What happened').getByRole('row', { name: /Paid out/ })).toContainText('40,000.00')
  await branch.picture('loan-page-new')
})

test('[W70] of loans that are late, Enter takes what is due, client after client', async () => {
  await branch.execute({ type: 'day.close' })
  await branch.execute({ type: 'day.open', date: today })
  await branch.execute({ type: 'drawer.open', currency, counted: [{ faceMinor: 100_000n, pieces: 50 }] })
  await goTo('#/loans/late')
  const late = grid('Late')
  await expect(late.getByRole('row')).toHaveCount(1 + names.length)
  await branch.picture('loans-late')
  for (const left of [4, 3]) {
    await expect(late).toBeFocused()
    await press('Enter')
    await expect(button('Record it')).toBeFocused()
    if (left === 4) await branch.picture('loan-collect')
    await press('Enter')
    await expect(button('Done')).toBeFocused()
    if (left === 4) await branch.picture('loan-collected')
    await press('Enter')
    await expect(late.getByRole('row')).toHaveCount(1 + left)
  }
})

/** Which of the loans is still late. */
async function stillLate(): Promise<readonly number[]> {
  const rows = await pagePort(page()).query({ type: 'loan-worklist', list: 'late', limit: 200 })
  if (!rows.ok) throw new Error(rows.refusal.type)
  const ids = rows.value.map(({ loanId }) => loanId)
  return [...loans.keys()].filter(place => ids.includes(loans[place] ?? ''))
}

test('[W69] a loan is paid off, one is rescheduled with both plans side by side, one is written off and recovered', async () => {
  const [payingOff = 0, moved = 0, lost = 0] = await stillLate()
  await openLoan(payingOff)
  await branch.picture('loan-page-late')
  await press('q')
  await expect(table('Payoff').getByRole('row')).toHaveCount(11)
  await branch.picture('loan-payoff')
  await press('Escape')
  await expect(table('Payoff')).toBeHidden()
  await press('p')
  await expect(page().getByLabel('Amount')).toBeFocused()
  await press('F9')
  await expect(table('The loan')).toContainText('Paid off')
  await branch.picture('loan-pay-off')
  await recordIt()
  await expect(page().getByText('Paid off', { exact: true })).toBeVisible()
  await expect(button('Repayment')).toBeHidden()

  await branch.signIn('HO1')
  await openLoan(moved)
  await press('m')
  await page()
    .getByLabel('Moves to')
    .fill(dayInWords(addDays(today, 40)))
  await expect(table('The plan before and after')).toBeVisible()
  await branch.picture('loan-reschedule')
  await recordIt()
  await expect(page().getByText('Rescheduled', { exact: true }).first()).toBeVisible()

  await openLoan(lost)
  await press('x')
  await expect(table('The loan')).toContainText('Written off')
  await branch.picture('loan-write-off')
  await recordIt()
  await branch.signIn('TEL1')
  await openLoan(lost)
  await press('p')
  await page().getByLabel('Amount').fill('5,000')
  await recordIt()
  await expect(page().getByText('Recovered')).toBeVisible()
  await branch.picture('loan-recovered')
})

const dayInWords = (date: string): string => date.split('-').reverse().join('/')

test('[W66][W67] what a reversal would do to the loan is shown from its history, the page reads in Arabic and dark, and the books are whole', async () => {
  const [place = 0] = [...loans.keys()]
  await openLoan(place)
  const history = grid('What happened')
  await expect(history).toBeFocused()
  await press('r')
  await page().getByLabel('Reason').selectOption({ index: 1 })
  await expect(table('The loan')).toContainText('40,000.00')
  await branch.picture('loan-reverse')
  await openLoan(place)
  for (const look of ['dark', 'zoomed', 'arabic', 'plain'] as const) {
    await lookWith(branch, look)
    await expect(heading(names[place] ?? '')).toBeVisible()
    await expect(page().getByRole('grid').first()).toBeVisible()
    await branch.picture(`loan-page-${look}`)
  }
  await branch.signIn('HO1')
  const verified = await pagePort(page()).execute({ type: 'books.verify', depth: 'full' })
  expect(verified).toMatchObject({ ok: true, value: { isClean: true, findings: [] } })
})
