import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { ApprovableCommand } from '../../../core/command/command.ts'
import { rate } from '../../../core/money/rate.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { openUnder, plainCurrent } from '../../support/products.ts'

const KES = 'KES' as const
const today = businessDate('2026-03-02')

/** The officer, who pays out 50,000.00 alone, has two drawers and a client with 100,000.00 on one of two accounts. */
function counter() {
  const branch = makeBranch()
  const rates = { buy: rate('128.5'), mid: rate('129'), sell: rate('129.5') }
  branch.must('head-office', { type: 'rate.publish', currency: 'USD', from: today, ...rates })
  const { clientId, accountId: toAccountId } = openForBusiness(branch)
  const accountId = openUnder(branch, clientId, plainCurrent())
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 10_000_000n, currency: KES })
  branch.must('officer', { type: 'drawer.open', currency: 'USD', counted: [] })
  return { branch, accountId, toAccountId }
}
type Counter = ReturnType<typeof counter>

/** Asks, is refused to decide it alone, and has the manager decide. */
function waitAndApprove(branch: Branch, command: ApprovableCommand) {
  expectRefusal(branch.execute('officer', command), 'approval-needed')
  const { record: request } = branch.must('officer', { type: 'approval.request', command })
  expect(answerQuery(branch.books, branch.desk('manager'), { type: 'approvals' }, [])).toMatchObject({
    ok: true,
    value: [{ request, mayDecide: true, command }],
  })
  const done = branch.must('manager', { type: 'approval.decide', request, decision: 'approve' })
  expectRefusal(
    branch.execute('head-office', { type: 'approval.decide', request, decision: 'approve' }),
    'approval-decided',
  )
  expectBooksToBalance(branch)
  return done
}

const accountAs = ({ branch }: Counter, accountId: string) => {
  const answer = answerQuery(branch.books, branch.desk('officer'), { type: 'account', accountId }, [])
  return answer.ok ? answer.value : undefined
}

test('[A8] a standing instruction above the limit waits, and runs once it is approved', () => {
  const at = counter()
  const { branch, accountId, toAccountId } = at
  const key = branch.environment.newId()
  const done = waitAndApprove(branch, {
    key,
    type: 'standing-instruction.place',
    accountId,
    toAccountId,
    amountMinor: 5_000_001n,
    currency: KES,
    frequency: 'monthly',
    startsOn: today,
    retryDays: 3,
  })
  expect(done.type).toBe('standing-instruction.placed')
  expect(accountAs(at, accountId)).toMatchObject({
    standingInstructions: [{ amountMinor: 5_000_001n, toAccountId, nextDate: today }],
  })
})

test('[A8] an exchange above the limit waits, and pays out of the drawer of who asked', () => {
  const { branch } = counter()
  const key = branch.environment.newId()
  const amounts = { currency: 'USD', amountMinor: 50_000n, into: KES, paidMinor: 6_425_000n } as const
  const done = waitAndApprove(branch, { key, type: 'fx.exchange', ...amounts })
  expect(done).toMatchObject({ type: 'fx.exchanged', receipt: 2 })
  const drawers = answerQuery(branch.books, branch.desk('officer'), { type: 'drawers' }, [])
  // 20,000.00 of float and 100,000.00 paid in, less 64,250.00.
  expect(drawers.ok && drawers.value).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ currency: KES, expectedMinor: 5_575_000n }),
      expect.objectContaining({ currency: 'USD', expectedMinor: 50_000n }),
    ]),
  )
})

test('[A8] the closing of an account above the limit waits, and closes what there is by then', () => {
  const at = counter()
  const { branch, accountId, toAccountId } = at
  const key = branch.environment.newId()
  const command = { key, type: 'savings.close', accountId, payout: { kind: 'account', toAccountId } } as const
  expectRefusal(branch.execute('officer', command), 'approval-needed')
  const { record: request } = branch.must('officer', { type: 'approval.request', command })
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 1_000_000n, currency: KES })
  branch.must('manager', { type: 'approval.decide', request, decision: 'approve' })
  expect(accountAs(at, accountId)).toMatchObject({ status: 'closed', balanceMinor: 0n })
  expect(accountAs(at, toAccountId)).toMatchObject({ balanceMinor: 11_000_000n })
  expectBooksToBalance(branch)
})
