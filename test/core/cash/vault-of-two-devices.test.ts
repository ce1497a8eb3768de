import { expect, test } from 'vitest'
import { type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { uncountedVault } from '../../../core/storage/uncounted-cash.ts'
import { count, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { countVault } from '../../support/end-day.ts'
import { outcomeType } from '../../support/expect.ts'
import { joinedDevice } from '../sync/support/joined-device.ts'
import { connectedBranch } from '../sync/support/two-ends.ts'

/** An office whose vault is counted, and a laptop of its branch that knows of it and is at work on a day of its own. */
async function officeAndLaptop(day: BusinessDate) {
  const office = await connectedBranch()
  const { must, desk, environment } = office.branch
  openForBusiness(office.branch)
  countVault(office.branch)
  const { invitation = '' } = must('head-office', { type: 'device.invite', staffId: desk('manager').staffId }).created
  await office.client.syncNow()
  const laptop = await joinedDevice({ serverUrl: office.server.url, invitation, seed: 'laptop' })
  const sync = async () => {
    for (const client of [laptop.client, office.client, laptop.client]) await client.syncNow()
  }
  await sync()
  laptop.must({ type: 'day.open', date: day })
  const asked = () => uncountedVault(office.branch.books.db, loadContext(office.branch.books, desk('manager')))
  const setClocks = (time: string) => {
    environment.setClock(`2026-03-02T${time}:00.000Z`)
    laptop.environment.setClock(`2026-03-02T${time}:00.000Z`)
  }
  /** Whatever is on the laptop's books is what it counts. */
  const countOnLaptop = () => {
    const [held] = laptop.books.db
      .prepare(
        "SELECT sum(debit_minor - credit_minor) AS minor FROM balance WHERE account = '1110' AND sub_account <> ''",
      )
      .all() as { minor: number }[]
    laptop.must({ type: 'vault.count', currency: 'KES', counted: count([100_000n, Number(held?.minor) / 100_000]) })
  }
  return { office, laptop, sync, asked, setClocks, countOnLaptop }
}

test.each([
  ['covers what was moved before it', '09:00', '10:00', '2026-03-02', 0],
  ['does not cover what was moved after it, though its record comes here later', '10:00', '09:00', '2026-03-02', 1],
  ['does not either where the other device was a day ahead', '10:00', '09:00', '2026-03-03', 1],
])('[B4] a count on another device %s', async (_what, movedAt, countedAt, day, open) => {
  const { office, laptop, sync, asked, setClocks, countOnLaptop } = await officeAndLaptop(businessDate(day))
  setClocks(movedAt)
  office.branch.must('teller', { type: 'drawer.open', currency: 'KES', counted: count([100_000n, 3]) })
  expect(asked()).toHaveLength(1)
  setClocks(countedAt)
  countOnLaptop()
  await sync()
  expect(asked()).toHaveLength(open)
  expectBooksToBalance(laptop)
})

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
