import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { count, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { outcomeType } from '../../support/expect.ts'
import { removeFolder } from '../../sync-server/support/server.ts'
import { joinedDevice } from './support/joined-device.ts'
import { connectedBranch } from './support/two-ends.ts'

const currency = 'KES'
/** The officer works at head office's computer, with an account, a hold and an open drawer there, and now has a laptop too. */
async function officeAndLaptop() {
  const office = await connectedBranch()
  const { must } = office.branch
  const { accountId, drawerId, clientId } = openForBusiness(office.branch)
  const deposit = must('officer', { type: 'savings.deposit', accountId, amountMinor: 250_000n, currency })
  const { holdId = '' } = must('officer', {
    type: 'hold.place',
    accountId,
    amountMinor: 5_000n,
    currency,
    reason: 'other',
  }).created
  const { staffId } = office.branch.desk('officer')
  const { invitation = '' } = must('head-office', { type: 'device.invite', staffId }).created
  await office.client.syncNow()
  const laptop = await joinedDevice({ serverUrl: office.server.url, invitation, seed: 'laptop' })
  const exchange = async () => {
    for (const { client } of [laptop, office, laptop, office])
      expect(await client.syncNow()).toMatchObject({ value: { unsent: { count: 0 } } })
  }
  await laptop.client.syncNow()
  await exchange()
  laptop.must({ type: 'day.open', date: businessDate('2026-03-02') })
  const close = async () => {
    await office.server.close()
    removeFolder(office.server.folder)
  }
  return { office, laptop, exchange, close, accountId, drawerId, clientId, holdId, deposit: deposit.record }
}

test('[S2] what one device keeps no other device posts to: not to the account, its holds or its operations', async () => {
  const { office, laptop, exchange, close, accountId, holdId, deposit } = await officeAndLaptop()
  laptop.must({ type: 'drawer.open', currency, counted: count([100000n, 20]) })
  const before = laptop.books.db.prepare('SELECT count(*) FROM record').pluck().get()
  const refused: readonly Record<string, unknown>[] = [
    { type: 'savings.deposit', accountId, amountMinor: 1_000n, currency },
    { type: 'savings.withdraw', accountId, amountMinor: 1_000n, currency },
    { type: 'hold.place', accountId, amountMinor: 1_000n, currency, reason: 'other' },
    { type: 'hold.release', holdId },
    { type: 'operation.reverse', record: deposit, reason: 'wrong-amount' },
  ]
  for (const command of refused)
    expect(laptop.ask(command), String(command.type)).toEqual({
      ok: false,
      refusal: { type: 'account-in-other-custody', deviceCode: '01' },
    })
  expect(laptop.books.db.prepare('SELECT count(*) FROM record').pluck().get()).toBe(before)
  office.branch.must('officer', { type: 'hold.release', holdId })
  office.branch.must('officer', { type: 'savings.withdraw', accountId, amountMinor: 50_000n, currency })
  await exchange()
  expectBooksToBalance(laptop)
  expectBooksToBalance(office.branch)
  await close()
})

test('[S2] the account that a client opens at another device is kept there, and the first one posts nothing to it', async () => {
  const { office, laptop, exchange, close, clientId } = await officeAndLaptop()
  const { accountId = '' } = laptop.must({ type: 'savings.open', clientId, productId: 'passbook-savings' })
  laptop.must({ type: 'drawer.open', currency, counted: count([100000n, 20]) })
  laptop.must({ type: 'savings.deposit', accountId, amountMinor: 90_000n, currency })
  await exchange()
  expect(
    office.branch.execute('officer', { type: 'savings.withdraw', accountId, amountMinor: 1_000n, currency }),
  ).toEqual({ ok: false, refusal: { type: 'account-in-other-custody', deviceCode: '02' } })
  const balance = 'SELECT credit_minor FROM balance WHERE sub_account = ?'
  for (const { db } of [laptop.books, office.branch.books])
    expect(db.prepare(balance).pluck().get(accountId)).toBe(90_000)
  expectBooksToBalance(laptop)
  expectBooksToBalance(office.branch)
  await close()
})

test('[S2] [C1] a drawer lies at one device: elsewhere its cash is not at hand, and nobody closes it from there', async () => {
  const { office, laptop, exchange, close, clientId, drawerId } = await officeAndLaptop()
  const { accountId = '' } = laptop.must({ type: 'savings.open', clientId, productId: 'passbook-savings' })
  const deposit = { type: 'savings.deposit', accountId, amountMinor: 90_000n, currency }
  expect(outcomeType(laptop.ask(deposit))).toBe('drawer-not-open')
  expect(outcomeType(laptop.ask({ type: 'drawer.close', drawerId, counted: count([100000n, 20]) }))).toBe(
    'drawer-not-open',
  )
  laptop.must({ type: 'drawer.open', currency, counted: count([100000n, 20]) })
  expect(outcomeType(laptop.ask(deposit))).toBe('posted')
  await exchange()
  const own = 'SELECT debit_minor FROM balance WHERE sub_account = ?'
  expect(office.branch.books.db.prepare(own).pluck().get(drawerId)).toBe(2_250_000)
  expectBooksToBalance(laptop)
  expectBooksToBalance(office.branch)
  await close()
})
