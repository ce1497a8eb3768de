import { expect, test } from 'vitest'
import { period } from '../../../core/calendar/period.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { checklistAnswer } from '../../../core/query/periods-answer.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { connectedBranch } from '../sync/support/two-ends.ts'

const unsentOf = ({ books, desk }: Branch, month: string) =>
  checklistAnswer(books.db, loadContext(books, desk('accountant')), period(month)).items.find(
    ({ item }) => item === 'unsent',
  )

test('[G13] own records of the month that the server does not have are shown, do not stand in the way, and are gone once they are sent', async () => {
  const { branch, client } = await connectedBranch()
  await client.syncNow()
  expect(unsentOf(branch, '2026-03')).toMatchObject({ state: 'done', count: 0 })
  openForBusiness(branch)
  expect(unsentOf(branch, '2026-02')).toMatchObject({ state: 'done', count: 0 })
  expect(unsentOf(branch, '2026-03')).toMatchObject({ state: 'attention', count: 4 })
  await client.syncNow()
  expect(unsentOf(branch, '2026-03')).toMatchObject({ state: 'done', count: 0 })
  expectBooksToBalance(branch)
})

test('[G13] where there is no server, nothing was sent', () => {
  const branch = makeBranch()
  openForBusiness(branch)
  const { count = 0, state } = unsentOf(branch, '2026-03') ?? {}
  expect([state, count > 4]).toEqual(['attention', true])
})
