import { expect, test } from 'vitest'
import type { Role } from '../../../core/authority/roles.ts'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { JournalCommand } from '../../../core/command/command.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { PreviewAnswer } from '../../../core/query/counter-answers.ts'
import { type Branch, count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'

const KES = 'KES' as const

const preview = (branch: Branch, role: Role, command: object): PreviewAnswer => {
  const keyed = { key: branch.environment.newId(), ...command } as JournalCommand
  const answer = answerQuery(branch.books, branch.desk(role), { type: 'preview', command: keyed }, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as PreviewAnswer
}

const begin = () => {
  const branch = makeBranch()
  const opened = openForBusiness(branch)
  branch.must('officer', {
    type: 'savings.deposit',
    accountId: opened.accountId,
    amountMinor: 500_000n,
    currency: KES,
  })
  return { branch, ...opened }
}

test('[J12] each balance of a preview says whose it is: the client’s account, the drawer of its holder', () => {
  const { branch, accountId, drawerId } = begin()
  const { effect } = preview(branch, 'officer', {
    type: 'savings.deposit',
    accountId,
    amountMinor: 100n,
    currency: KES,
  })
  expect(effect?.balances.map(({ subAccount, owner }) => [subAccount, owner])).toEqual([
    [drawerId, { kind: 'drawer', name: 'Amina Yusuf' }],
    [accountId, { kind: 'account', name: 'Achieng Odhiambo', account: 'S001-01-00001-6' }],
  ])
  expectBooksToBalance(branch)
})

test('[S9][J12] a preview of taking held money names the account of the ledger that it goes to, and not what lies there', () => {
  const { branch, accountId } = begin()
  const place = { type: 'hold.place', accountId, amountMinor: 100_000n, currency: KES, reason: 'guarantee' } as const
  const { holdId = '' } = branch.must('officer', place).created
  const taking = (target: object) => {
    const { effect } = preview(branch, 'officer', { type: 'hold.capture', holdId, amountMinor: 40_000n, target })
    return [effect?.goesTo, effect?.ledger]
  }
  expect(taking({ kind: 'ledger', account: '2270' })).toEqual([
    { account: '2270', accountName: 'Sundry payables' },
    undefined,
  ])
  expect(taking({ kind: 'drawer' })).toEqual([undefined, undefined])
  expectBooksToBalance(branch)
})

test('[J12] a drawer that is about to be opened is named for the person who opens it, beside the branch’s vault', () => {
  const branch = makeBranch()
  branch.must('teller', { type: 'day.open', date: businessDate('2026-03-02') })
  const open = { type: 'drawer.open', currency: KES, counted: count([100_000n, 3]) }
  expect(preview(branch, 'teller', open).effect?.balances.map(({ owner, afterMinor }) => [owner, afterMinor])).toEqual([
    [{ kind: 'drawer', name: 'Peter Mwangi' }, 300_000n],
    [{ kind: 'vault', name: 'Kisumu' }, 199_700_000n],
  ])
})

test('[J12] above a limit a preview refuses, and says what would be done once a second person has signed', () => {
  const { branch, accountId } = begin()
  const deposit = { type: 'savings.deposit', accountId, amountMinor: 20_000_001n, currency: KES }
  const answer = preview(branch, 'officer', deposit)
  expect(answer).toMatchObject({ allowed: false, refusal: { type: 'approval-needed' } })
  const after = answer.effect?.balances.find(({ subAccount }) => subAccount === accountId)?.afterMinor
  expect(after).toBe(20_500_001n)
  const huge = preview(branch, 'officer', { ...deposit, amountMinor: 900_000_000n })
  expect(huge).toEqual({ allowed: false, refusal: expect.objectContaining({ type: 'amount-above-maximum' }) })
  expectBooksToBalance(branch)
})

test('[J12][A8] who decides on a request sees what approving it would do now', () => {
  const { branch, accountId } = begin()
  const command = {
    key: branch.environment.newId(),
    type: 'savings.deposit',
    accountId,
    amountMinor: 20_000_001n,
    currency: KES,
  } as const
  const { record: request } = branch.must('officer', { type: 'approval.request', command })
  const answer = preview(branch, 'manager', { type: 'approval.decide', request, decision: 'approve' })
  expect(answer.effect?.balances.map(({ owner }) => owner?.name)).toEqual(['Amina Yusuf', 'Achieng Odhiambo'])
  expectBooksToBalance(branch)
})

test('[J12][S8] a hold and its release say what is held and what can still be paid out', () => {
  const { branch, accountId } = begin()
  const hold = { type: 'hold.place', accountId, amountMinor: 150_000n, currency: KES, reason: 'guarantee' } as const
  const placing = preview(branch, 'officer', hold).effect
  expect(placing).toMatchObject({
    balances: [],
    funds: [
      {
        heldBeforeMinor: 0n,
        heldAfterMinor: 150_000n,
        availableBeforeMinor: 450_000n,
        availableAfterMinor: 300_000n,
      },
    ],
  })
  const { created } = branch.must('officer', hold)
  const releasing = preview(branch, 'officer', { type: 'hold.release', holdId: created.holdId }).effect
  expect(releasing?.funds).toMatchObject([{ heldAfterMinor: 0n, availableAfterMinor: 450_000n }])
  expectBooksToBalance(branch)
})
