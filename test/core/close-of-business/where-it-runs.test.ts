import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { runNextClose } from '../../../core/command/run-next-close.ts'
import { violatedCustody } from '../../../core/storage/custody.ts'
import { recordByPosition } from '../../../core/storage/records.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { closeDay, closesOf, ledgerMinor, openDay, runNights } from '../../support/nights.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { closeMonth } from '../periods/month-ends.ts'
import { joinedDevice } from '../sync/support/joined-device.ts'
import { connectedBranch } from '../sync/support/two-ends.ts'

const currency = 'KES'

test('[E12] a month that was closed meanwhile takes nothing more: its last days are booked to the first open one', () => {
  const branch = makeBranch({ start: '2026-03-02T07:00:00.000Z' })
  const { accountId } = openForBusiness(branch)
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 1_000_000n, currency })
  closeDay(branch)
  openDay(branch, '2026-04-02')
  closeMonth(branch, '2026-03')
  runNights(branch)
  const booked = branch.books.db
    .prepare("SELECT DISTINCT business_date, value_date FROM record WHERE type = 'close-of-business.ran'")
    .all()
  expect(booked).toEqual([{ business_date: '2026-04-01', value_date: '2026-04-01' }])
  expect(closesOf(branch).map(({ date }) => date)).toContain('2026-03-31')
  expect(ledgerMinor(branch, '5100')).toBeGreaterThan(1_644n)
  expectBooksToBalance(branch)
})

test('[E16] each device closes the business of the accounts that it keeps, and the other has it by its record', async () => {
  const office = await connectedBranch()
  const { must, desk, books } = office.branch
  const { accountId: here, clientId } = openForBusiness(office.branch)
  must('officer', { type: 'savings.deposit', accountId: here, amountMinor: 1_000_000n, currency })
  const { invitation = '' } = must('head-office', { type: 'device.invite', staffId: desk('officer').staffId }).created
  await office.client.syncNow()
  const laptop = await joinedDevice({ serverUrl: office.server.url, invitation, seed: 'laptop' })
  await laptop.client.syncNow()
  await office.client.syncNow()
  await laptop.client.syncNow()
  laptop.must({ type: 'day.open', date: businessDate('2026-03-02') })
  const { accountId: there = '' } = laptop.must({ type: 'savings.open', clientId, productId: 'passbook-savings' })
  laptop.must({ type: 'day.close' })
  closeDay(office.branch)
  runNights(office.branch)
  while (runNextClose(laptop.books, laptop.desk).ok && isBehind(laptop.books));
  for (const client of [laptop.client, office.client, laptop.client]) await client.syncNow()
  const closed = (db: typeof books.db) => db.prepare('SELECT up_to FROM close_of_business ORDER BY up_to').pluck().all()
  expect(closed(books.db)).toEqual([here, there].sort())
  expect(closed(laptop.books.db)).toEqual([here, there].sort())
  expectBooksToBalance(office.branch)
  expectBooksToBalance(laptop)

  const position = books.db
    .prepare("SELECT max(position) FROM record WHERE type = 'close-of-business.ran' AND log_no = 1")
    .pluck()
    .get()
  const ran = recordByPosition(books.db, Number(position))
  if (!ran) throw new Error('the office has closed its day')
  expect(violatedCustody(books.db, ran.record)).toBe(null)
  expect(violatedCustody(books.db, { ...ran.record, log: laptop.desk.log.logId })).toBe(here)
  await office.server.close()
  removeFolder(office.server.folder)
})

const isBehind = ({ db }: Parameters<typeof runNextClose>[0]): boolean =>
  db
    .prepare('SELECT count(*) FROM close_of_business WHERE log_no = (SELECT log_no FROM log WHERE own = 1)')
    .pluck()
    .get() === 0
