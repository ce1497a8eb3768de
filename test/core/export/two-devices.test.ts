import path from 'node:path'
import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { count, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { exportTo, readExported } from '../../support/export-to-folder.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { joinedDevice } from '../sync/support/joined-device.ts'
import { connectedBranch } from '../sync/support/two-ends.ts'

test('[X7] [X12] two devices that hold the same records export the same, line by line, with the head of each log', async () => {
  const head = await connectedBranch()
  const { accountId } = openForBusiness(head.branch)
  const { must, currency } = head.branch
  const { staffId } = head.branch.desk('officer')
  const { invitation = '' } = must('head-office', { type: 'device.invite', staffId }).created
  await head.client.syncNow()
  const second = await joinedDevice({ serverUrl: head.server.url, invitation, seed: 'second' })
  for (const { client } of [second, head]) await client.syncNow()
  second.must({ type: 'day.open', date: businessDate('2026-03-02') })
  second.must({ type: 'drawer.open', currency, counted: count([100_000n, 5]) })
  const { clientId = '' } = second.must({
    type: 'client.register',
    client: newClient({ givenNames: 'Wambui', notADuplicate: true }),
  })
  const opened = second.must({ type: 'savings.open', clientId, productId: 'passbook-savings' })
  second.must({ type: 'savings.deposit', accountId: opened.accountId ?? '', amountMinor: 70_000n, currency })
  must('officer', { type: 'savings.deposit', accountId, amountMinor: 60_000n, currency })
  for (const { client } of [second, head, second]) await client.syncNow()
  await head.server.close()
  removeFolder(head.server.folder)

  const [here, there] = [temporaryFolder(), temporaryFolder()].map(folder => path.join(folder, 'export'))
  const { control } = exportTo(head.branch, here ?? '')
  exportTo({ ...head.branch, books: second.books }, there ?? '')
  expect(control.logs.map(({ deviceCode }) => deviceCode)).toEqual(['01', '02'])
  expect(control.logs.map(({ headSeq }) => headSeq)).toEqual(
    expectBooksToBalance(head.branch)
      .logs.toSorted((a, b) => (a.deviceCode < b.deviceCode ? -1 : 1))
      .map(({ seq }) => seq),
  )
  expect(readExported(here ?? '', 'books.journal')).toMatch(/\n2026-03-02 \* \(02-\d+-1\) Savings deposited\n/)
  for (const name of ['books.journal', 'books.beancount', 'books-lines.csv', 'books-trial-balance.csv'])
    expect(readExported(there ?? '', name)).toBe(readExported(here ?? '', name))
})
