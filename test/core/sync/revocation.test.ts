import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { devicesAnswer } from '../../../core/query/staff-answer.ts'
import { recordsOf } from '../../../sync-server/storage/records.ts'
import { count, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { outcomeType } from '../../support/expect.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { joinedDevice } from './support/joined-device.ts'
import { type ConnectedBranch, connectedBranch, meddling } from './support/two-ends.ts'

const currency = 'KES'

/** Another laptop for the officer, admitted by head office. */
async function laptopOf(office: ConnectedBranch, seed: string) {
  const { staffId } = office.branch.desk('officer')
  const { invitation = '' } = office.branch.must('head-office', { type: 'device.invite', staffId }).created
  await office.client.syncNow()
  const laptop = await joinedDevice({ serverUrl: office.server.url, invitation, seed })
  for (const { client } of [laptop, office, laptop]) await client.syncNow()
  return laptop
}

/** A laptop with a client, an account with money, and an open drawer; all of it sent. */
async function officeAndWorkingLaptop() {
  const office = await connectedBranch()
  openForBusiness(office.branch)
  const laptop = await laptopOf(office, 'laptop')
  laptop.must({ type: 'day.open', date: businessDate('2026-03-02') })
  const { drawerId = '' } = laptop.must({ type: 'drawer.open', currency, counted: count([100000n, 20]) })
  const client = newClient({ givenNames: 'Wambui', familyName: 'Njoroge' })
  const { clientId = '' } = laptop.must({ type: 'client.register', client })
  const { accountId = '' } = laptop.must({ type: 'savings.open', clientId, productId: 'passbook-savings' })
  laptop.must({ type: 'savings.deposit', accountId, amountMinor: 200_000n, currency })
  for (const { client: one } of [laptop, office]) await one.syncNow()
  const { logId: log } = laptop.desk.log
  const close = async () => {
    await office.server.close()
    removeFolder(office.server.folder)
  }
  return { office, laptop, log, accountId, drawerId, close }
}

test('[Y32] a revoked device is told so in a word of its own, and neither gives nor gets anything more', async () => {
  const { office, laptop, log, accountId, close } = await officeAndWorkingLaptop()
  const { main } = office.server
  laptop.must({ type: 'savings.deposit', accountId, amountMinor: 70_000n, currency })
  const stored = recordsOf(main.db, log).length
  const grantBefore = laptop.books.db.prepare('SELECT reference_current_at FROM sync_server').pluck().get()
  office.branch.must('head-office', { type: 'device.revoke', log })
  await office.client.syncNow()
  office.branch.must('officer', { type: 'client.register', client: newClient({ givenNames: 'Halima' }) })
  await office.client.syncNow()
  expect(await laptop.client.syncNow()).toMatchObject({
    value: { state: 'revoked', lastProblem: 'device-revoked', unsent: { count: 1, amountMinor: 70_000n } },
  })
  expect(recordsOf(main.db, log)).toHaveLength(stored)
  expect(laptop.books.db.prepare("SELECT count(*) FROM client WHERE name LIKE 'Halima%'").pluck().get()).toBe(0)
  expect(laptop.books.db.prepare('SELECT reference_current_at FROM sync_server').pluck().get()).toBe(grantBefore)
  expect(outcomeType(laptop.ask({ type: 'savings.deposit', accountId, amountMinor: 1_000n, currency }))).toBe(
    'device-revoked',
  )
  expect(outcomeType(laptop.ask({ type: 'day.close' }))).toBe('device-revoked')
  expect(devicesAnswer(office.branch.books.db).map(({ code, state }) => [code, state])).toEqual([
    ['01', 'active'],
    ['02', 'revoked'],
  ])
  expectBooksToBalance(office.branch)
  await close()
})

test('[Y32] what is revoked: a known device, once, and never head office; nobody else says so', async () => {
  const { office, laptop, log, close } = await officeAndWorkingLaptop()
  const revoke = (target: string) =>
    outcomeType(office.branch.execute('head-office', { type: 'device.revoke', log: target }))
  expect(revoke('a'.repeat(26))).toBe('device-unknown')
  expect(revoke(office.branch.desk('head-office').log.logId)).toBe('device-is-head-office')
  expect(outcomeType(office.branch.execute('officer', { type: 'device.revoke', log }))).toBe('not-permitted')
  expect(outcomeType(laptop.ask({ type: 'device.revoke', log }))).toBe('not-permitted')
  expect(revoke(log)).toBe('posted')
  expect(revoke(log)).toBe('device-already-revoked')
  await close()
})

test('[Y36] a device that is stopped still delivers what its stored records name, so that others can read it', async () => {
  let isCut = false
  const cutting = meddling((request, send) =>
    isCut && request.method === 'PUT'
      ? Promise.resolve({ ok: false, refusal: { type: 'server-unreachable', timedOut: false } })
      : send(),
  )
  const { office, close } = await officeAndWorkingLaptop()
  const { staffId } = office.branch.desk('officer')
  const { invitation = '' } = office.branch.must('head-office', { type: 'device.invite', staffId }).created
  await office.client.syncNow()
  const cutOff = await joinedDevice({ serverUrl: office.server.url, invitation, seed: 'cut off', open: cutting })
  for (const { client } of [cutOff, office]) await client.syncNow()
  isCut = true
  cutOff.must({ type: 'day.open', date: businessDate('2026-03-02') })
  const { clientId = '' } = cutOff.must({ type: 'client.register', client: newClient({ givenNames: 'Halima' }) })
  await cutOff.client.syncNow()
  office.branch.must('head-office', { type: 'device.revoke', log: cutOff.desk.log.logId })
  await office.client.syncNow()
  const nameHere = office.branch.books.db.prepare('SELECT name FROM client WHERE client_id = ?').pluck()
  expect(nameHere.get(clientId)).toBe('')
  isCut = false
  expect(await cutOff.client.syncNow()).toMatchObject({ value: { state: 'revoked', lastProblem: 'device-revoked' } })
  await office.client.syncNow()
  expect(nameHere.get(clientId)).toBe('Halima Odhiambo')
  await close()
})

test('[Y33] head office is told which device has two histories, until it is revoked', async () => {
  const { office, log, close } = await officeAndWorkingLaptop()
  const { main } = office.server
  main.db
    .prepare("INSERT INTO fork VALUES ('01890000-0000-7000-8000-00000000000f', ?, 3, '2026-03-02T08:00:00.000Z')")
    .run(log)
  main.db.prepare("UPDATE log SET frozen_by = '01890000-0000-7000-8000-00000000000f' WHERE log_id = ?").run(log)
  const stateHere = () => devicesAnswer(office.branch.books.db).find(device => device.log === log)?.state
  expect(stateHere()).toBe('active')
  await office.client.syncNow()
  expect(stateHere()).toBe('forked')
  office.branch.must('head-office', { type: 'device.revoke', log })
  await office.client.syncNow()
  await office.client.syncNow()
  expect(office.branch.books.db.prepare('SELECT count(*) FROM forked_log').pluck().get()).toBe(0)
  expect(stateHere()).toBe('revoked')
  await close()
})

test('[Y34] what a revoked device kept is kept by another of its branch, in the next epoch, and never by two at a time', async () => {
  const { office, log: from, accountId, drawerId, close } = await officeAndWorkingLaptop()
  const next = await laptopOf(office, 'next')
  const to = next.desk.log.logId
  const seize = () => office.branch.execute('head-office', { type: 'custody.seize', from, to })
  const withdraw = { type: 'savings.withdraw', accountId, amountMinor: 50_000n, currency }
  expect(outcomeType(seize())).toBe('device-not-revoked')
  office.branch.must('head-office', { type: 'device.revoke', log: from })
  expect(outcomeType(seize())).toBe('revocation-not-settled')
  await office.client.syncNow()
  expect(outcomeType(seize())).toBe('revocation-not-settled')
  await office.client.syncNow()
  next.must({ type: 'day.open', date: businessDate('2026-03-02') })
  next.must({ type: 'drawer.open', currency, counted: count([100000n, 20]) })
  expect(next.ask(withdraw)).toMatchObject({ refusal: { type: 'account-in-other-custody', deviceCode: '02' } })
  expect(outcomeType(seize())).toBe('posted')
  expect(outcomeType(seize())).toBe('device-already-replaced')
  for (const { client } of [office, next]) await client.syncNow()
  expect(outcomeType(next.ask({ type: 'drawer.close', drawerId, counted: count([100000n, 22]) }))).toBe('posted')
  expect(outcomeType(next.ask(withdraw))).toBe('posted')
  for (const { client } of [next, office, next])
    expect(await client.syncNow()).toMatchObject({ value: { state: 'idle' } })
  const account = 'SELECT custodian_log, custody_epoch FROM savings_account WHERE account_id = ?'
  for (const { db } of [next.books, office.branch.books]) {
    expect(db.prepare(account).raw().get(accountId)).toEqual([to, 2])
    expect(
      db.prepare('SELECT credit_minor - debit_minor FROM balance WHERE sub_account = ?').pluck().get(accountId),
    ).toBe(150_000)
    expect(db.prepare('SELECT count(*) FROM quarantined_record').pluck().get()).toBe(0)
  }
  expect(devicesAnswer(next.books.db).find(device => device.log === from)).toMatchObject({
    state: 'revoked',
    keptBy: '03',
  })
  expectBooksToBalance(office.branch)
  expectBooksToBalance(next)
  await close()
})
