import { expect, test } from '@playwright/test'
import { addDays, businessDate } from '../../core/calendar/business-date.ts'
import { portionsTotal } from '../../core/loan-life/portions.ts'
import { borrowers } from './support/borrowers.ts'
import { type FoundedBranch, launchFounded } from './support/launch-founded.ts'
import { dayTyped, loanWindow } from './support/loan-window.ts'
import { lookWith } from './support/look-with.ts'
import { pagePort } from './support/page-port.ts'
import { expectOthersToAgree } from './support/read-by-others.ts'

const today = businessDate(new Date().toISOString().slice(0, 10))
const firstDueOn = addDays(today, -14)
const names = ['Achieng', 'Wanjiku', 'Njeri', 'Halima', 'Moraa'] as const

let branch: FoundedBranch
let w: ReturnType<typeof loanWindow>
let lent: Awaited<ReturnType<typeof borrowers>>
let groupId = ''
/** The group's loans, in the order of the names. */
const loans: string[] = []
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  w = loanWindow(branch)
  lent = await borrowers(branch, { openedOn: addDays(today, -31), names, isForGroups: true })
  const formed = { type: 'group.form', name: 'Umoja', meetsOn: 'thursday', members: lent.clients }
  groupId = (await branch.execute(formed)).groupId ?? ''
})
test.afterAll(() => branch.close())

const openLoan = (loanId: string): Promise<void> => w.openLoan(loanId, names[loans.indexOf(loanId)] ?? '')

/** The loans that run, those that are late longest first. */
async function running() {
  const read = await Promise.all(loans.map(w.readLoan))
  return read.filter(({ state }) => state === 'active').toSorted((one, other) => other.daysPastDue - one.daysPastDue)
}

test('[W60][W62] a loan for a group is applied for, handed in, and approved by two others in the window', async () => {
  await w.open(`#/new-loan/${lent.clients[0]}`, 'New loan')
  await expect(w.choice('Product')).toBeFocused()
  await w.choice('Product').selectOption(lent.productId)
  await w.field('Amount').fill('40,000')
  await w.field('Installments').fill('3')
  await w.field('First due on').fill(dayTyped(firstDueOn))
  await w.choice('Group').selectOption(groupId)
  await branch.picture('loans-application')
  await w.field('What it is for').focus()
  await w.press('Enter')
  await expect(w.button('Save the draft')).toBeFocused()
  await w.press('Enter')
  await expect(w.button('Submit the application')).toBeFocused()
  const place = await branch.page.evaluate(() => window.location.hash)
  await w.press('Enter')
  await expect(branch.page.getByText('It waits for a decision')).toBeVisible()
  for (const approver of ['MGR1', 'HO1']) {
    await branch.signIn(approver)
    await w.open(place, names[0])
    await expect(w.field('Condition, or what was considered')).toBeFocused()
    await w.press('Enter')
    await expect(w.button('Approve')).toBeFocused()
    await w.press('Enter')
    await expect(branch.page.getByText(approver === 'MGR1' ? '1 of 2' : 'It is approved')).toBeVisible()
  }
  await branch.signIn('TEL1')
  const others = []
  for (const clientId of lent.clients.slice(1)) others.push(await lent.drafted(clientId, { groupId, firstDueOn }))
  await lent.approved(others)
  loans.push(place.split('/')[2] ?? '', ...others)
})

test('[W66][W68] a loan is paid out into savings from the keyboard, its plan before and what the client gets beside it', async () => {
  for (const [place, loanId] of loans.entries()) {
    await openLoan(loanId)
    await w.press('d')
    await expect(branch.page.getByLabel('Amount')).toHaveValue('40,000.00')
    await branch.page.getByLabel('In cash or through an account').selectOption({ index: 1 })
    await expect(w.table('The loan')).toContainText('Running')
    if (place === 0) await branch.picture('loan-disburse')
    await w.recordIt()
    await expect(w.mark('Running')).toBeVisible()
  }
  await expect(w.grid('What happened').getByRole('row', { name: /Paid out/ })).toContainText('40,000.00')
  await branch.picture('loan-page-new')
})

test('[W71] after the nights a late loan says its late fee, that it is defaulted, and that it is income only when paid', async () => {
  await branch.execute({ type: 'day.close' })
  await branch.execute({ type: 'day.open', date: today })
  await branch.execute({ type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 50 }] })
  await openLoan(loans[4] ?? '')
  await expect(w.mark('In default')).toBeVisible()
  await expect(w.mark('Income when paid')).toBeVisible()
  await expect(w.region('Worth knowing')).toContainText('In default since')
  await expect(w.region('Worth knowing')).toContainText(/Penalties owed\s*KES\s*150.00/)
  await expect(w.region('Worth knowing')).toContainText('for being early')
  await branch.picture('loan-page-late')
  await w.press('q')
  const days = w.table('Payoff').getByRole('row')
  await expect(days).toHaveCount(11)
  // The late fee of 150.00, and one percent of what would come early.
  await expect(days.nth(1)).toContainText('284.94')
  await branch.picture('loan-payoff')
  await w.press('Escape')
  await expect(w.table('Payoff')).toBeHidden()
})

test('[W70] of loans that are late, Enter takes what is due, client after client', async () => {
  await w.goTo('#/loans/late')
  const late = w.grid('Late')
  await expect(late.getByRole('row')).toHaveCount(1 + names.length)
  await branch.picture('loans-late')
  for (const left of [4, 3]) {
    await expect(late).toBeFocused()
    await w.press('Enter')
    await expect(w.button('Record it')).toBeFocused()
    if (left === 4) await branch.picture('loan-collect')
    await w.press('Enter')
    await expect(w.button('Done')).toBeFocused()
    await expect(w.region('Receipt')).toContainText('150.00')
    await expect(w.region('Receipt')).toContainText('Due next')
    if (left === 4) await branch.picture('loan-collected')
    await w.press('Enter')
    await expect(late.getByRole('row')).toHaveCount(1 + left)
  }
})

test('[W69] a loan is paid off, one is rescheduled with both plans side by side, one is written off and recovered', async () => {
  const [payingOff = '', moved = '', lost = ''] = (await running()).map(({ loanId }) => loanId)
  await openLoan(payingOff)
  await w.press('p')
  await expect(branch.page.getByLabel('Amount')).toBeFocused()
  await w.press('F9')
  await expect(w.table('The loan')).toContainText('Paid off')
  await branch.picture('loan-pay-off')
  await w.recordIt()
  await expect(w.mark('Paid off')).toBeVisible()
  await expect(w.button('Repayment')).toBeHidden()

  await branch.signIn('HO1')
  await openLoan(moved)
  await w.press('m')
  await branch.page.getByLabel('Moves to').fill(dayTyped(addDays(today, 40)))
  await expect(w.table('The plan before and after')).toBeVisible()
  await branch.picture('loan-reschedule')
  await w.recordIt()
  await expect(w.mark('Rescheduled')).toBeVisible()

  await openLoan(lost)
  await w.press('x')
  await expect(w.table('The loan')).toContainText('Written off')
  await branch.picture('loan-write-off')
  await w.recordIt()
  await branch.signIn('TEL1')
  await openLoan(lost)
  await w.press('p')
  await branch.page.getByLabel('Amount').fill('5,000')
  await w.recordIt()
  await expect(branch.page.getByText('Recovered')).toBeVisible()
  await branch.picture('loan-recovered')
})

test('[W69][L22] what still runs is paid off in the window, and each loan leaves exactly nothing', async () => {
  for (const { loanId } of await running()) {
    await openLoan(loanId)
    await w.press('p')
    await expect(branch.page.getByLabel('Amount')).toBeFocused()
    await w.press('F9')
    await expect(w.table('The loan')).toContainText('Paid off')
    await w.recordIt()
    await expect(w.mark('Paid off')).toBeVisible()
  }
  const read = await Promise.all(loans.map(w.readLoan))
  expect(read.map(({ state }) => state).toSorted()).toEqual([...Array(4).fill('paid-off'), 'written-off'])
  for (const { outstanding, overpaidMinor, dueMinor } of read)
    expect([portionsTotal(outstanding), overpaidMinor, dueMinor]).toEqual([0n, 0n, 0n])
  await w.open(`#/group/${groupId}`, 'Umoja')
  await branch.picture('loans-group-paid-off')
})

test('[W66][X12] the page reads in Arabic, dark and large; the books are whole, and the ledger programs of others have the same', async () => {
  for (const look of ['dark', 'zoomed', 'arabic', 'plain'] as const) {
    await lookWith(branch, look)
    await w.goTo(`#/loan/${loans[0]}`)
    await expect(w.heading(names[0])).toBeVisible()
    await expect(branch.page.getByRole('grid').first()).toBeVisible()
    await branch.picture(`loan-page-${look}`)
  }
  await branch.signIn('HO1')
  const verified = await pagePort(branch.page).execute({ type: 'books.verify', depth: 'full' })
  expect(verified).toMatchObject({ ok: true, value: { isClean: true, findings: [] } })
  await expectOthersToAgree(branch, ['1210', '1220', '1230', '1240', '2310', '2320'])
})
