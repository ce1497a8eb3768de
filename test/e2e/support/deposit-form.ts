import { expect, type Page } from '@playwright/test'
import { pagePort } from './page-port.ts'

/** The window's form of a deposit into one account, and what the engine knows of it. */
export function depositForm(page: Page, accountId: string) {
  const port = pagePort(page)
  const amount = page.getByLabel('Amount paid in')
  const postButton = page.getByRole('button', { name: 'Post the deposit' })
  const recorded = page.getByRole('status', { name: /^Deposit recorded/ })
  const recordedBefore = page.getByText('Was recorded before')

  const go = (hash: string) =>
    page.evaluate(place => {
      window.location.hash = place
    }, hash)

  async function open(): Promise<void> {
    await go('#/my-day')
    await expect(page.getByRole('heading', { level: 1, name: 'My day' })).toBeVisible()
    await go(`#/deposit/${accountId}`)
  }

  /** What the engine keeps of the form while it is filled in. */
  async function saved(): Promise<{ readonly key: string; readonly values: { readonly amount: string } } | null> {
    const draft = await port.query({ type: 'draft', form: `savings.deposit/${accountId}` })
    return draft.ok && draft.value !== null ? JSON.parse(draft.value) : null
  }

  /** A deposit of 100, filled in and shown with its effect; gives the key of the operation that it will become. */
  async function fillIn(): Promise<string> {
    await open()
    await amount.fill('100')
    await expect.poll(async () => (await saved())?.values.amount).toBe('100')
    await amount.press('Enter')
    await expect(postButton).toBeFocused()
    return (await saved())?.key ?? ''
  }

  async function isRecorded(key: string): Promise<boolean> {
    const known = await port.query({ type: 'outcome', key })
    if (!known.ok) throw new Error(known.refusal.type)
    return known.value.known
  }

  async function balanceMinor(): Promise<bigint> {
    const account = await port.query({ type: 'account', accountId })
    if (!account.ok) throw new Error(account.refusal.type)
    return account.value.balanceMinor
  }

  return { amount, postButton, recorded, recordedBefore, open, fillIn, isRecorded, balanceMinor }
}
