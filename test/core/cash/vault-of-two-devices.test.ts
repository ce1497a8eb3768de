import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { uncountedVault } from '../../../core/storage/uncounted-cash.ts'
import { count, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { countVault } from '../../support/end-day.ts'
import { outcomeType } from '../../support/expect.ts'
import { joinedDevice } from '../sync/support/joined-device.ts'
import { connectedBranch } from '../sync/support/two-ends.ts'

test('[B4] a device asks for the count of what it moved in the vault itself; whoever counted it there, on which device ever, it is counted', async () => {
  const office = await connectedBranch()
  const { must, desk } = office.branch
  const { drawerId } = openForBusiness(office.branch)
  const { invitation = '' } = must('head-office', { type: 'device.invite', staffId: desk('officer').staffId }).created
  await office.client.syncNow()
  const laptop = await joinedDevice({ serverUrl: office.server.url, invitation, seed: 'laptop' })
  for (const client of [laptop.client, office.client, laptop.client]) await client.syncNow()
  laptop.must({ type: 'day.open', date: businessDate('2026-03-02') })
  expect(uncountedVault(laptop.books.db, loadContext(laptop.books, laptop.desk))).toEqual([])
  const counted = count([100_000n, 3])
  const taken = laptop.must({ type: 'drawer.open', currency: 'KES', counted })
  laptop.must({ type: 'drawer.count', drawerId: taken.drawerId, counted })
  expect(outcomeType(laptop.ask({ type: 'day.close' }))).toBe('cash-uncounted')
  for (const client of [laptop.client, office.client]) await client.syncNow()
  must('officer', { type: 'drawer.close', drawerId, counted: count([100_000n, 20]) })
  countVault(office.branch)
  for (const client of [office.client, laptop.client]) await client.syncNow()
  expect(outcomeType(laptop.ask({ type: 'day.close' }))).toBe('posted')
  must('officer', { type: 'day.close' })
  expectBooksToBalance(office.branch)
  expectBooksToBalance(laptop)
})
