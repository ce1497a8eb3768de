import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { period } from '../../../core/calendar/period.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { checklistAnswer, lateRecordsAnswer } from '../../../core/query/periods-answer.ts'
import { count } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { joinedDevice } from '../sync/support/joined-device.ts'
import { connectedBranch } from '../sync/support/two-ends.ts'
import { closeMonth } from './month-ends.ts'

const march = period('2026-03')

test('[G11][G13] a device that had not heard of the closing: what it booked is listed here, and then it books no more', async () => {
  const head = await connectedBranch()
  const { branch } = head
  const { staffId } = branch.desk('officer')
  const { invitation = '' } = branch.must('head-office', { type: 'device.invite', staffId }).created
  await head.client.syncNow()
  const second = await joinedDevice({ serverUrl: head.server.url, invitation, seed: 'second' })
  for (const { client } of [second, head]) await client.syncNow()
  second.must({ type: 'day.open', date: businessDate('2026-03-02') })
  const { drawerId } = second.must({ type: 'drawer.open', currency: 'KES', counted: count([100000n, 20]) })
  branch.environment.setClock('2026-04-01T07:00:00.000Z')
  const { db } = branch.books
  const { items } = checklistAnswer(db, loadContext(branch.books, branch.desk('accountant')), march)
  expect(items.find(({ item }) => item === 'devices')).toMatchObject({ state: 'attention', count: 1 })
  closeMonth(branch, '2026-03')
  for (const { client } of [head, second, head]) await client.syncNow()
  expect(lateRecordsAnswer(db, march)).toMatchObject([{ type: 'drawer.opened', period: march, own: false }])
  expect(lateRecordsAnswer(second.books.db, undefined)).toEqual([])
  const again = { type: 'drawer.open', currency: 'KES', counted: count([100000n, 1]) }
  second.must({ type: 'drawer.close', drawerId, counted: count([100000n, 20]) })
  expect(expectRefusal(second.ask(again), 'period-closed')).toMatchObject({ period: march, field: 'businessDate' })
  await second.client.syncNow()
  await head.client.syncNow()
  expect(lateRecordsAnswer(db, march)).toMatchObject([{ type: 'drawer.closed' }, { type: 'drawer.opened' }])
  expectBooksToBalance(branch)
  await head.server.close()
  removeFolder(head.server.folder)
})
