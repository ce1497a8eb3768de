import { expect, type Locator } from '@playwright/test'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import type { FoundedBranch } from './launch-founded.ts'
import { pagePort } from './page-port.ts'

/** What a person does with loans in the window, and what they see of them. */
export function loanWindow({ page }: FoundedBranch) {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name })
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name })
  const grid = (name: string): Locator => page.getByRole('grid', { name })
  const goTo = (hash: string): Promise<void> =>
    page.evaluate(place => {
      window.location.hash = place
    }, hash)

  /** By a way round, so that no page of before is taken for it. */
  async function open(hash: string, title: string | RegExp): Promise<void> {
    await goTo('#/my-day')
    await expect(heading('My day')).toBeVisible()
    await goTo(hash)
    await expect(heading(title)).toBeVisible()
  }

  return {
    press,
    button,
    heading,
    grid,
    goTo,
    open,
    table: (name: string): Locator => page.getByRole('table', { name, exact: true }),
    region: (name: string): Locator => page.getByRole('region', { name, exact: true }),
    field: (name: string): Locator => page.getByRole('textbox', { name, exact: true }),
    choice: (name: string): Locator => page.getByRole('combobox', { name, exact: true }),
    /** A word about the state of the loan. */
    mark: (name: string): Locator => page.getByText(name, { exact: true }).first(),

    /** The page of a loan, when its history is there. */
    async openLoan(loanId: string, title: string): Promise<void> {
      await open(`#/loan/${loanId}`, title)
      await expect(grid('What happened').or(page.getByText('Nothing is paid out yet'))).toBeVisible()
    },

    /** What is shown is recorded, and the page is left. */
    async recordIt(): Promise<void> {
      await expect(button('Record it')).toBeEnabled()
      await button('Record it').focus()
      await press('Enter')
      await expect(button('Done')).toBeFocused()
      await press('Enter')
      await expect(button('Done')).toBeHidden()
    },

    /** The loan as the window reads it. */
    async readLoan(loanId: string): Promise<LoanAnswer> {
      const answer = await pagePort(page).query({ type: 'loan', loanId })
      if (!answer.ok) throw new Error(answer.refusal.type)
      return answer.value
    },
  }
}

/** As it is typed in English: 24/11/2026. */
export const dayTyped = (date: string): string => date.split('-').reverse().join('/')
