import { expect, test } from 'vitest'
import { loadContext } from '../../../core/command/load-context.ts'
import { loadReversal } from '../../../core/command/load-corrections.ts'
import { reverseOperation } from '../../../core/corrections/reverse-operation.ts'
import type { OpenDayContext } from '../../../core/decision/context.ts'
import type { RecordRef } from '../../../core/journal/record.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'

const KES = 'KES' as const
const reverse = (record: RecordRef) => ({ type: 'operation.reverse', record, reason: 'wrong-amount' }) as const

function withDeposit(amountMinor: bigint) {
  const branch = makeBranch()
  const opened = openForBusiness(branch)
  const { accountId } = opened
  const done = branch.must('officer', { type: 'savings.deposit', accountId, amountMinor, currency: KES })
  return { branch, ...opened, record: done.record }
}

/** What the verb decides over the deposit, with its account as another reading of the books could have it. */
function decided(account: { readonly logId?: string; readonly status?: string; readonly isPostable?: boolean }) {
  const { branch, record } = withDeposit(500_000n)
  const context = loadContext(branch.books, branch.desk('officer')) as OpenDayContext
  const command = { ...reverse(record), key: branch.environment.newId() }
  const loaded = loadReversal(branch.books, command, context)
  if (!loaded.ok || loaded.value.kind !== 'cash') throw new Error('a deposit is reversed in cash')
  const { logId = context.device.logId, status = 'active', isPostable = true } = account
  const accounts = [{ custodian: { logId, deviceCode: '02' }, status, isPostable }]
  return reverseOperation({ ...loaded.value, accounts }, command, context)
}

test('[R3][Y22] what another device keeps by now is not reversed here', () => {
  expect(outcomeType(decided({}))).toBe('posted')
  const refused = expectRefusal(decided({ logId: 'b'.repeat(26) }), 'account-in-other-custody')
  expect(refused.deviceCode).toBe('02')
})

test('[S1][R3] nothing is given back to, or taken from, an account that is closed or frozen', () => {
  const refused = expectRefusal(decided({ status: 'frozen', isPostable: false }), 'account-not-active')
  expect(refused.status).toBe('frozen')
})

test('[R3][S8] what is held on the account is not free to leave it again', () => {
  const { branch, accountId, record } = withDeposit(500_000n)
  const hold = { type: 'hold.place', accountId, amountMinor: 120_000n, currency: KES, reason: 'other' } as const
  branch.must('officer', hold)
  const refused = expectRefusal(branch.execute('officer', reverse(record)), 'balance-below-minimum')
  expect(refused.availableMinor).toBe(380_000n)
  expectBooksToBalance(branch)
})

test('[R4] who oversees reverses through the drawer that the cash came through, though it is a colleague’s', () => {
  const { branch, drawerId, record } = withDeposit(500_000n)
  const done = branch.must('manager', reverse(record))
  const drawer = done.balances.find(({ subAccount }) => subAccount === drawerId)
  expect([drawer?.beforeMinor, drawer?.afterMinor]).toEqual([2_500_000n, 2_000_000n])
  expectBooksToBalance(branch)
})

test('[R4][A2] so does a colleague with somebody at hand who oversees', () => {
  const { branch, drawerId, record } = withDeposit(500_000n)
  expectRefusal(branch.execute('teller', reverse(record)), 'drawer-closed-since')
  const done = branch.must('teller', reverse(record), 'manager')
  expect(done.balances.some(({ subAccount }) => subAccount === drawerId)).toBe(true)
  expectBooksToBalance(branch)
})

test('[D3][D4] copies of a receipt are counted up from one; what has no receipt, or is not there, has no copy', () => {
  const { branch, record } = withDeposit(500_000n)
  const { db } = branch.books
  const reprint = (of: RecordRef) => branch.execute('officer', { type: 'receipt.reprint', record: of })
  const copies = [reprint(record), reprint(record)].map(done => {
    if (!done.ok) throw new Error(done.refusal.type)
    const { log, seq } = done.value.record
    const bytes = db
      .prepare('SELECT CAST(bytes AS TEXT) FROM record JOIN log USING (log_no) WHERE log_id = ? AND seq = ?')
      .pluck()
      .get(log, seq)
    return JSON.parse(String(bytes)).body.copy
  })
  expect(copies).toEqual([1, 2])
  expectRefusal(reprint({ ...record, seq: 1 }), 'no-receipt')
  expectRefusal(reprint({ ...record, seq: 999 }), 'record-unknown')
  expectBooksToBalance(branch)
})
