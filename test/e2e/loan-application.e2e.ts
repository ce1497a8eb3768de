import { execFileSync } from 'node:child_process'
import { expect, type Locator, test } from '@playwright/test'
import { businessDate } from '../../core/calendar/business-date.ts'
import { templateProduct } from '../support/products.ts'
import { type FoundedBranch, launchFounded } from './support/launch-founded.ts'
import { lookWith } from './support/look-with.ts'

let branch: FoundedBranch
let clientId = ''
let secondId = ''
let otherLoan = ''
let group = ''
const today = businessDate(new Date().toISOString().slice(0, 10))
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchFounded()
  await branch.signIn('TEL1')
  await branch.execute({ type: 'day.open', date: today })
  clientId = await registered('Achieng', '+254712345678', '29384756')
  secondId = await registered('Wanjiku', '+254722000111', '30112233')
  await branch.execute({ type: 'drawer.open', currency: 'KES', counted: [] })
  const { accountId } = await branch.execute({
    type: 'savings.open',
    clientId: secondId,
    productId: 'passbook-savings',
  })
  await branch.execute({ type: 'savings.deposit', accountId, amountMinor: 5_000_000n, currency: 'KES' })
})
test.afterAll(() => branch.close())

const page = () => branch.page
const button = (name: string | RegExp): Locator => page().getByRole('button', { name })
const heading = (name: string | RegExp): Locator => page().getByRole('heading', { level: 1, name })
const field = (name: string): Locator => page().getByRole('textbox', { name, exact: true })
const choice = (name: string): Locator => page().getByRole('combobox', { name, exact: true })
const region = (name: string): Locator => page().getByRole('region', { name, exact: true })
const steps = (): Locator => page().getByRole('list', { name: 'What was said and decided' })
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page().keyboard.press(key)
}

async function registered(givenNames: string, phone: string, number: string): Promise<string> {
  const profile = {
    givenNames,
    sex: 'female',
    birthDate: '1988-04-17',
    phone,
    idDocument: { kind: 'national-id', number },
  }
  return (await branch.execute({ type: 'client.register', client: profile })).clientId ?? ''
}

async function goTo(hash: string): Promise<void> {
  await page().evaluate(place => {
    window.location.hash = place
  }, hash)
}

/** Milliseconds from a key in a field to the first change of a table that follows it. */
const msFromKeyTo = (label: string, table: string): Promise<number> =>
  page().evaluate(
    ([name, caption]) =>
      new Promise<number>(resolve => {
        const input = [...document.querySelectorAll('label')].find(one =>
          one.textContent?.startsWith(name ?? ''),
        )?.control
        const watched = document.querySelector(`table[aria-label="${caption}"]`)
        if (!(input instanceof HTMLInputElement) || !watched) throw new Error('no such field or table')
        const begun = performance.now()
        new MutationObserver((_, observer) => {
          observer.disconnect()
          resolve(performance.now() - begun)
        }).observe(watched, { subtree: true, childList: true, characterData: true })
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '7')
        input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }),
    [label, table] as const,
  )

test('[W60] a loan is applied for from the keyboard, with every installment beside it', async () => {
  await goTo(`#/client/${clientId}`)
  await expect(heading('Achieng')).toBeVisible()
  await press('l')
  await expect(heading('New loan')).toBeVisible()
  await expect(choice('Product')).toBeFocused()
  await press('m')
  await expect(choice('Product')).toHaveValue('microfinance-business-loan')
  await press('Enter')
  await expect(field('Amount')).toBeFocused()
  await page().keyboard.type('9')
  await expect(page().getByText('this is less than the minimum')).toBeVisible()
  await page().keyboard.type('0k')
  await expect(page().getByText('this is less than the minimum')).toBeHidden()
  await press('Enter')
  await expect(field('Installments')).toBeFocused()
  await page().keyboard.type('10')
  await expect(page().getByText('Installment by installment')).toBeVisible()
  await page().getByText('Installment by installment').click()
  await expect(page().getByRole('table', { name: 'Installment by installment' }).getByRole('row')).toHaveCount(11)
  await field('A month (1)').fill('30k')
  await field('A month (2)').fill('12k')
  await field('Months (3)').fill('13')
  await expect(page().getByText('Numbers from 1 to 12, each once')).toBeVisible()
  await field('Months (3)').fill('')
  await expect(region('What this will do')).toContainText('18,000.00')
  await branch.picture('loan-application-form')
})

test('[W61] another offer stands beside it, counted with every key', async () => {
  await field('Installments').focus()
  await press('F9')
  const compared = page().getByRole('table', { name: 'What if' })
  await expect(field('Other amount')).toBeFocused()
  await field('Other number').fill('6')
  await expect(compared.getByRole('row', { name: /It costs in all/ })).toContainText('(')
  await branch.picture('loan-application-what-if')
  process.stdout.write(`what-if: ${Math.round(await msFromKeyTo('Other number', 'What if'))} ms from key to figures\n`)
  await field('Other number').fill('8')
  await button('Take the other').click()
  await expect(compared).toBeHidden()
  await expect(field('Installments')).toHaveValue('8')
  await expect(field('Installments')).toBeFocused()
})

/** A guarantor and a pledge, from the keyboard. */
async function takeSecurity(): Promise<void> {
  await expect(button(/^Add a guarantor/)).toBeVisible()
  await press('g')
  await expect(choice('Guarantor')).toBeFocused()
  await page().keyboard.type('Wanj')
  await expect(page().getByRole('option', { name: /Wanjiku/ })).toBeVisible()
  await press('Enter')
  await expect(field('Stands for')).toBeFocused()
  await page().keyboard.type('40k')
  await press('Enter')
  await expect(choice('Held on')).toBeFocused()
  await page().keyboard.type('p')
  await press('Enter')
  await expect(page().getByRole('dialog').getByRole('button', { name: 'Add a guarantor' })).toBeFocused()
  await branch.picture('loan-application-guarantor')
  await press('Enter')
  await expect(region('What stands for it')).toContainText('Wanjiku')
  await expect(region('What stands for it')).toContainText('held on S001-01-00001')
  await expect(page().getByRole('dialog')).toBeHidden()
  await press('p')
  await expect(choice('What it is')).toBeFocused()
  await press('Enter')
  await page().keyboard.type('Two dairy cows')
  await press('Enter', 'Enter', 'Enter')
  await page().keyboard.type('60k')
  await page()
    .getByRole('dialog')
    .locator('input[type="file"]')
    .setInputFiles({ name: 'cows.jpg', mimeType: 'image/jpeg', buffer: await largePhoto() })
  await expect(page().getByText('Attached: 1')).toBeVisible()
  await field('Worth').press('Enter')
  await expect(page().getByRole('dialog').getByRole('button', { name: 'Take a pledge' })).toBeFocused()
  await branch.picture('loan-application-pledge')
  await press('Enter')
  await expect(region('What stands for it')).toContainText('60,000.00')
  await expect(page().getByRole('dialog')).toBeHidden()
  await page().getByRole('button', { name: 'Paper 1 (JPEG)' }).click()
  await expect(page().getByRole('img', { name: 'The paper as a picture' })).toBeVisible()
  await branch.picture('loan-application-pledge-photo')
}

/** A photo as a telephone takes it, larger than a record holds. */
async function largePhoto(): Promise<Buffer> {
  const text = await page().evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 2_400
    canvas.height = 1_800
    const context = canvas.getContext('2d')
    for (let y = 0; context && y < 1_800; y += 6)
      for (let x = 0; x < 2_400; x += 6) {
        context.fillStyle = `hsl(${(x * y) % 360} 60% ${30 + ((x + y) % 40)}%)`
        context.fillRect(x, y, 6, 6)
      }
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? ''
  })
  return Buffer.from(text, 'base64')
}

test('[W60] what was typed waits, is saved as a draft, worked on again, and handed in', async () => {
  await field('What it is for').fill('Two dairy cows')
  await goTo('#/my-day')
  await expect(heading('My day')).toBeVisible()
  await goTo(`#/new-loan/${clientId}`)
  await expect(field('Amount')).toHaveValue('90k')
  await expect(field('Installments')).toHaveValue('8')
  await field('What it is for').focus()
  await press('Enter')
  await expect(button('Save the draft')).toBeFocused()
  await press('Enter')
  await expect(heading('Achieng')).toBeVisible()
  await expect(region('What is asked for')).toContainText('90,000.00')
  await expect(button('Submit the application')).toBeFocused()
  await branch.picture('loan-application-draft')
  await press('e')
  await expect(heading(/Application L/)).toBeVisible()
  await expect(field('What it is for')).toHaveValue('Two dairy cows')
  await field('Amount').fill('80,000')
  await field('What it is for').focus()
  await press('Enter')
  await expect(button('Save the draft')).toBeFocused()
  await press('Enter')
  await expect(region('What is asked for')).toContainText('80,000.00')
  await expect(region('The household')).toContainText('18,000.00')
  await takeSecurity()
  await expect(button('Submit the application')).toBeVisible()
  await button('Submit the application').focus()
  await press('Enter')
  await expect(page().getByText('It waits for a decision')).toBeVisible()
  await branch.picture('loan-application-submitted')
})

test('[W62] a manager rejects one application for a reason and approves another under a condition', async () => {
  otherLoan =
    (
      await branch.execute({
        type: 'loan.draft',
        clientId: secondId,
        productId: 'microfinance-business-loan',
        principalMinor: 5_000_000n,
      })
    ).loanId ?? ''
  await branch.execute({ type: 'loan.submit', loanId: otherLoan })
  await branch.signIn('MGR1')
  await goTo('#/approvals')
  const waiting = page().getByRole('grid', { name: 'Applications for loans' })
  await expect(waiting.getByRole('row', { name: /Wanjiku/ })).toContainText('Yours to decide')
  await branch.picture('loan-applications-waiting')
  await expect(waiting).toBeFocused()
  await press('Enter')
  await expect(heading('Wanjiku')).toBeVisible()
  await expect(field('Condition, or what was considered')).toBeFocused()
  await button('Reject').click()
  await choice('Reason').selectOption('papers')
  await field('Note').fill('Bring the licence')
  await press('Enter')
  await expect(page().getByRole('dialog').getByRole('button', { name: 'Reject' })).toBeFocused()
  await branch.picture('loan-application-reject')
  await press('Enter')
  await expect(steps()).toContainText('Papers are missing')
  await branch.picture('loan-application-rejected')
  await goTo('#/approvals')
  await expect(waiting).toBeFocused()
  await press('Enter')
  await expect(heading('Achieng')).toBeVisible()
  await expect(field('Condition, or what was considered')).toBeFocused()
  await page().keyboard.type('after the harvest')
  await press('Enter')
  await expect(button('Approve with this condition')).toBeFocused()
  await branch.picture('loan-application-decide')
  await press('Enter')
  await expect(button('To the approvals')).toBeFocused()
  await expect(region('Decide')).toContainText('1 of 2')
  await branch.picture('loan-application-decided')
  await branch.signIn('HO1')
  await goTo('#/approvals')
  await expect(waiting).toBeFocused()
  await press('Enter')
  await expect(steps()).toContainText('after the harvest')
  await expect(field('Condition, or what was considered')).toBeFocused()
  await field('To be met before money leaves').fill('The stall is rented')
  await press('Enter')
  await expect(button('Approve with this condition')).toBeFocused()
  await press('Enter')
  await expect(page().getByText('It is approved')).toBeVisible()
  const open = region('Open condition')
  await expect(open).toContainText('The stall is rented')
  await open.getByRole('button', { name: 'Say that it is met' }).click()
  const dialog = page().getByRole('dialog')
  await expect(dialog.getByLabel('Note')).toBeFocused()
  await press('Enter')
  await expect(dialog.getByRole('button', { name: 'Say that it is met' })).toBeFocused()
  await branch.picture('loan-application-condition')
  await press('Enter')
  await expect(dialog).toBeHidden()
  await expect(open).toBeHidden()
  await expect(steps()).toContainText('Condition: The stall is rented')
})

test('[D33][D27] its agreement is saved in the language the client reads, on numbered pages', async () => {
  await choice('Language of the paper').selectOption('sw')
  await button('Loan agreement').click()
  const saved = page().getByRole('status').filter({ hasText: '.pdf' })
  await expect(saved).toBeVisible({ timeout: 60_000 })
  const file = /\S+\.pdf/.exec(await saved.innerText())?.[0] ?? ''
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  for (const said of [
    'Mkataba wa mkopo',
    'Mkopaji Achieng',
    'Ukurasa 1 kati ya 2',
    'Ukurasa 2 kati ya 2',
    'KES 80,000.00',
  ])
    expect(text.replaceAll('\u00a0', ' ')).toContain(said)
  await branch.picture('loan-application-papers')
})

test('[W63][W64] My day and the client’s page know the loan, and its number finds it', async () => {
  await goTo('#/my-day')
  await expect(page().getByText('Approved, to be paid out: 1')).toBeVisible()
  await branch.picture('my-day-loans')
  await press('F7')
  await expect(heading('New loan: for whom?')).toBeVisible()
  await goTo('#/loans/to-pay-out')
  await expect(page().getByRole('row', { name: /Achieng/ })).toContainText('80,000.00')
  await branch.picture('loans-to-pay-out')
  await goTo(`#/client/${clientId}`)
  await expect(
    page()
      .getByRole('grid', { name: 'Loans' })
      .getByRole('row', { name: /Approved/ }),
  ).toBeVisible()
  await branch.picture('client-loans')
  await press('Control+k')
  await expect(choice('Find or do')).toBeFocused()
  await page().keyboard.type('L001')
  await expect(page().getByRole('option', { name: /Wanjiku/ })).toBeVisible()
  await branch.picture('palette-loans')
  await press('Escape')
  await expect(page().getByRole('option', { name: /Wanjiku/ })).toBeHidden()
  await press('F7')
  await expect(heading('New loan')).toBeVisible()
})

test('[L49] clients form a group, which says what it owes and what is to be collected', async () => {
  await branch.execute({ type: 'savings.open', clientId, productId: 'passbook-savings' })
  await goTo(`#/client/${clientId}`)
  await expect(heading('Achieng')).toBeVisible()
  await press('g')
  await expect(heading('Groups of Achieng')).toBeVisible()
  await expect(page().getByText('In no group yet')).toBeVisible()
  await press('n')
  await expect(field('Name of the group')).toBeFocused()
  await page().keyboard.type('Umoja')
  await choice('Meets on').selectOption('thursday')
  const dialog = page().getByRole('dialog', { name: 'Form a group' })
  await expect(dialog.getByText('Achieng')).toBeVisible()
  await choice('Add a member').fill('Wanjiku')
  await expect(page().getByRole('option', { name: /Wanjiku/ })).toBeVisible()
  await choice('Add a member').press('Enter')
  await expect(dialog.getByRole('button', { name: 'Remove' })).toHaveCount(2)
  await branch.picture('group-form')
  await dialog.getByRole('button', { name: 'Form a group' }).click()
  await expect(heading('Umoja')).toBeVisible()
  await expect(region('Group')).toContainText('Wanjiku')
  await expect(
    page()
      .getByRole('grid', { name: 'To collect today' })
      .getByRole('row', { name: /Achieng/ }),
  ).toContainText('S001-01')
  await branch.picture('group')
  group = await page().evaluate(() => window.location.hash)
  await goTo(`#/client-groups/${secondId}`)
  await expect(page().getByRole('row', { name: /Umoja/ })).toContainText('Thursday')
})

test('[W80][W81] a group is found by its name, and what its members bring is taken from its own sheet', async () => {
  await branch.execute({ type: 'drawer.open', currency: 'KES', counted: [] })
  await press('Control+k')
  await expect(choice('Find or do')).toBeFocused()
  await page().keyboard.type('umoja')
  await expect(page().getByRole('option', { name: /Umoja.*Achieng, Wanjiku/ })).toBeVisible()
  await press('Enter')
  await expect(heading('Umoja')).toBeVisible()
  await press('c')
  await expect(heading('Collection from Umoja')).toBeVisible()
  await expect(page().getByRole('textbox', { name: /^Achieng S001-01/ })).toBeFocused()
  await page().keyboard.type('1.5k')
  await press('Enter')
  await expect(page().getByRole('textbox', { name: /^Wanjiku S001-01/ })).toBeFocused()
  await branch.picture('group-collection')
  await press('Enter')
  await expect(button('Record what is ready')).toBeFocused()
  await expect(page().getByRole('status')).toContainText('1,500.00')
  await press('Enter')
  await expect(button('To the group')).toBeFocused()
  await expect(page().getByRole('banner')).toContainText('1,500.00')
  await branch.picture('group-collected')
  await press('Enter')
  await expect(heading('Umoja')).toBeVisible()
})

test('[W60] a loan beyond what the household can bear is handed in for a reason only, which stays in sight', async () => {
  const { conditions, ...terms } = templateProduct('loan')
  const product = {
    ...terms,
    conditions: { ...conditions, affordabilityMaxPercent: '10' },
    productId: 'careful-loan',
    name: 'Careful loan',
    version: 1,
    validFrom: today,
  }
  await branch.execute({ type: 'product.publish', product })
  const lines = [{ flow: 'income', kind: 'wages', amountMinor: 1_000_000n }]
  const drafted = { type: 'loan.draft', clientId: secondId, productId: product.productId, household: { lines } }
  const { loanId } = await branch.execute({ ...drafted, principalMinor: 5_000_000n })
  await goTo(`#/loan-application/${loanId}`)
  await expect(region('The household')).toContainText('Beyond their means')
  await expect(page().getByRole('alert')).toContainText('In the heaviest month')
  await expect(field('Why it is lent all the same')).toBeFocused()
  await branch.picture('loan-application-beyond')
  await page().keyboard.type('Her brother repays with her')
  await press('Enter')
  await expect(button('Submit the application')).toBeFocused()
  await press('Enter')
  await expect(region('The household')).toContainText('Her brother repays with her')
})

test('[L47][L48] what stands for a loan is given back in the window', async () => {
  const asked = { type: 'loan.draft', clientId, productId: 'emergency-loan', principalMinor: 100_000n }
  const { loanId } = await branch.execute(asked)
  const pledge = { type: 'loan.pledge', loanId, kind: 'vehicle', description: 'A bicycle', owner: 'Achieng' }
  await branch.execute({ ...pledge, valueMinor: 500_000n })
  await branch.execute({ type: 'loan.guarantee', loanId, guarantorId: secondId, coversMinor: 50_000n })
  await goTo(`#/loan-application/${loanId}`)
  for (const left of [1, 0]) {
    await region('What stands for it').getByRole('button', { name: 'Release' }).first().click()
    const dialog = page().getByRole('dialog')
    await expect(dialog.getByRole('textbox')).toBeFocused()
    await press('Enter')
    await expect(dialog.getByRole('button', { name: 'Release' })).toBeFocused()
    await press('Enter')
    await expect(dialog).toBeHidden()
    await expect(region('What stands for it').getByRole('button', { name: 'Release' })).toHaveCount(left)
  }
  await expect(region('What stands for it').getByText('Released')).toHaveCount(2)
  await branch.picture('loan-application-released')
  await branch.execute({ type: 'loan.withdraw', loanId })
})

test('[L35][W62][W83] what is beyond a manager’s limit waits for who may lend as much; what is over stands among past loans', async () => {
  const { principal, conditions, ...terms } = templateProduct('loan')
  const product = {
    ...terms,
    principal: { ...principal, maxMinor: 200_000_000n },
    conditions: { ...conditions, approvalLevels: [{ people: 1 }] },
    productId: 'large-loan',
    name: 'Large loan',
    version: 1,
    validFrom: today,
  }
  await branch.execute({ type: 'product.publish', product })
  await branch.signIn('TEL1')
  const asked = { type: 'loan.draft', clientId: secondId, productId: product.productId, principalMinor: 150_000_000n }
  const { loanId } = await branch.execute(asked)
  await branch.execute({ type: 'loan.submit', loanId })
  await branch.signIn('MGR1')
  await goTo('#/approvals')
  const row = page().getByRole('row', { name: /Large loan/ })
  await expect(row).toContainText('With a second person')
  await goTo(`#/loan-application/${loanId}`)
  await expect(page().getByRole('alert')).toContainText('1,000,000.00')
  await expect(page().getByRole('alert')).toContainText('It stays among the approvals')
  await expect(button('Approve')).toBeHidden()
  await branch.picture('loan-application-above-limit')
  await branch.signIn('HO1')
  await goTo('#/approvals')
  await expect(row).toContainText('Yours to decide')
  await goTo(`#/loan-application/${loanId}`)
  await expect(field('Condition, or what was considered')).toBeFocused()
  await press('Enter')
  await expect(button('Approve')).toBeFocused()
  await press('Enter')
  await expect(page().getByText('It is approved')).toBeVisible()
  await goTo(`#/client/${secondId}`)
  const past = page().getByRole('grid', { name: 'Past loans' })
  await expect(past.getByRole('row', { name: /Rejected/ })).toBeVisible()
  await branch.picture('client-past-loans')
})

for (const look of ['dark', 'zoomed', 'arabic'] as const) {
  test(`[W31] applications fit ${look}`, async () => {
    await lookWith(branch, look)
    await goTo(`#/new-loan/${clientId}`)
    await expect(page().getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page().getByRole('combobox').first()).toBeVisible()
    await branch.picture(`loan-application-form-${look}`)
    await goTo(`#/loan-application/${otherLoan}`)
    await expect(page().getByRole('heading', { level: 1, name: 'Wanjiku' })).toBeVisible()
    await branch.picture(`loan-application-${look}`)
    await goTo(group)
    await expect(page().getByRole('heading', { level: 1, name: 'Umoja' })).toBeVisible()
    await branch.picture(`group-${look}`)
  })
}
