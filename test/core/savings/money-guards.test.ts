import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import type { OpenDayContext } from '../../../core/decision/context.ts'
import { deposit } from '../../../core/savings/deposit.ts'
import { withdraw } from '../../../core/savings/withdraw.ts'
import { asDrawer, drawerRow } from '../../../core/storage/drawers.ts'
import { loadSavingsAccount } from '../../../core/storage/savings-accounts.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { outcomeType } from '../../support/expect.ts'

const branch = makeBranch()
const { accountId, drawerId } = openForBusiness(branch)
branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 500_000n, currency: 'KES' })
const { db } = branch.books
const context = loadContext(branch.books, branch.desk('officer')) as OpenDayContext
const account = present(loadSavingsAccount(db, accountId, context.businessDate), 'the account is open')
const drawer = asDrawer(db, present(drawerRow(db, drawerId), 'the drawer is open'))
const move = { key: branch.environment.newId(), accountId, amountMinor: 100_000n, currency: 'KES' } as const

test.each([
  ['as it is', account, 'posted'],
  ['that sleeps', { ...account, status: 'dormant' as const }, 'account-not-active'],
  [
    'that another device keeps',
    { ...account, custodian: { logId: 'b'.repeat(26), deviceCode: '02' } },
    'account-in-other-custody',
  ],
  ['of another currency', { ...account, currency: 'USD' as const }, 'currency-differs'],
] as const)('[S1][S2] cash into and out of an account %s', (_what, found, expected) => {
  const state = { account: found, drawer }
  expect(outcomeType(deposit(state, { ...move, type: 'savings.deposit' }, context))).toBe(expected)
  expect(outcomeType(withdraw(state, { ...move, type: 'savings.withdraw' }, context))).toBe(expected)
})
