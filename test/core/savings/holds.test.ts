import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { Outcome } from '../../../core/command/outcome.ts'
import { receiptModel } from '../../../core/documents/receipt.ts'
import { ledgerBalances } from '../../../core/storage/chart.ts'
import { recordAt } from '../../../core/storage/records.ts'
import { loadSavingsAccount } from '../../../core/storage/savings-accounts.ts'
import { type Branch, makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { endDay } from '../../support/end-day.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { openUnder, plainCurrent } from '../../support/products.ts'

const KES = 'KES' as const
const cash = { kind: 'drawer' } as const
const ledger = (account = '2270') => ({ kind: 'ledger', account }) as const
const capture = (holdId: string, amountMinor: bigint, target: typeof cash | ReturnType<typeof ledger>) =>
  ({ type: 'hold.capture', holdId, amountMinor, target }) as const

/** A deposit of 9,000.00 on an account whose minimum is 500.00, of which some is held. */
function withHold(reason: 'guarantee' | 'court-order' = 'guarantee', amountMinor = 300_000n) {
  const branch = makeBranch({ start: '2026-03-02T07:00:00.000Z' })
  const opened = openForBusiness(branch)
  const { accountId } = opened
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 900_000n, currency: KES })
  const place = { type: 'hold.place', accountId, amountMinor, currency: KES, reason } as const
  const { holdId = '' } = branch.must('officer', place).created
  return { ...opened, branch, holdId }
}

function nextDay(branch: Branch, drawerId: string, date: string): void {
  branch.must('manager', { type: 'drawer.close', drawerId, counted: [{ faceMinor: 100n, pieces: 29_000 }] })
  endDay(branch)
  branch.environment.setClock(`${date}T07:00:00.000Z`)
  branch.must('manager', { type: 'day.open', date: businessDate(date) })
}

const account = ({ books }: Branch, accountId: string) => loadSavingsAccount(books.db, accountId, null)
const receiptOf = (branch: Branch, { record }: Outcome) => {
  const model = receiptModel(branch.books, branch.desk('officer'), { record, locale: 'en' })
  if (!model.ok) throw new Error(model.refusal.type)
  return model.value
}
const counters = ({ books }: Branch) => ledgerBalances(books.db, '2110')[0]

test('[G9] what is held waits beside what was posted, on the account and its control account, until it ends', () => {
  const { branch, holdId, accountId } = withHold()
  const held = { debitMinor: 0n, creditMinor: 900_000n, pendingDebitMinor: 300_000n, pendingCreditMinor: 0n }
  expect(counters(branch)).toMatchObject(held)
  expect(account(branch, accountId)).toMatchObject({ balanceMinor: 900_000n, heldMinor: 300_000n })
  expectBooksToBalance(branch)
  branch.must('officer', { type: 'hold.release', holdId })
  expect(counters(branch)).toMatchObject({ ...held, pendingDebitMinor: 0n })
  expectRefusal(branch.execute('officer', { type: 'hold.release', holdId }), 'hold-not-active')
  expectBooksToBalance(branch)
})

describe('a hold is captured', () => {
  test('[S9][G9] in cash, in part: the money leaves, the rest is free, and the receipt says so', () => {
    const { branch, holdId, accountId } = withHold()
    const done = branch.must('officer', capture(holdId, 100_000n, cash))
    expect(done).toMatchObject({ type: 'hold.captured', receipt: 2 })
    expect(account(branch, accountId)).toMatchObject({ balanceMinor: 800_000n, heldMinor: 0n })
    expect(counters(branch)).toMatchObject({ debitMinor: 100_000n, creditMinor: 900_000n, pendingDebitMinor: 0n })
    expectRefusal(branch.execute('officer', capture(holdId, 1n, cash)), 'hold-not-active')
    expectBooksToBalance(branch)
  })

  test('[S9] to an account of the ledger, by two people', () => {
    const { branch, holdId, accountId } = withHold()
    const command = capture(holdId, 300_000n, ledger())
    expect(expectRefusal(branch.execute('officer', command), 'approval-needed').limit).toBe('manualJournalMinor')
    const done = branch.must('officer', { ...command, note: 'Owed under the guarantee' }, 'manager')
    expect(recordAt(branch.books.db, done.record)?.record).toMatchObject({
      entries: [
        {
          lines: [
            { account: '2110', subAccount: accountId },
            { account: '2270', amountMinor: -300_000n },
          ],
        },
      ],
      blobs: [{ name: 'note' }],
    })
    expect(account(branch, accountId)).toMatchObject({ balanceMinor: 600_000n, heldMinor: 0n })
    expectBooksToBalance(branch)
  })

  test('[S9] below the minimum of the account for the ledger, never in cash', () => {
    const { branch, holdId } = withHold('guarantee', 900_000n)
    expect(
      expectRefusal(branch.execute('officer', capture(holdId, 900_000n, cash)), 'balance-below-minimum'),
    ).toMatchObject({ availableMinor: 850_000n })
    branch.must('officer', capture(holdId, 900_000n, ledger()), 'manager')
    expectBooksToBalance(branch)
  })

  test('[S6][S9] in cash up to the last coin of the drawer, and no more', () => {
    const { branch, holdId, drawerId } = withHold()
    branch.must('officer', { type: 'drawer.close', drawerId, counted: [{ faceMinor: 100_000n, pieces: 29 }] })
    branch.must('officer', { type: 'drawer.open', currency: KES, counted: [{ faceMinor: 100_000n, pieces: 1 }] })
    const above = expectRefusal(branch.execute('officer', capture(holdId, 100_001n, cash)), 'drawer-short')
    expect(above).toMatchObject({ availableMinor: 100_000n, currency: KES })
    branch.must('officer', capture(holdId, 100_000n, cash))
    expectBooksToBalance(branch)
  })

  test('[S5][S9] in cash it counts as paid out on its day', () => {
    const { branch, holdId, accountId } = withHold()
    branch.must('officer', capture(holdId, 100_000n, cash))
    const withdrawn = () =>
      loadSavingsAccount(branch.books.db, accountId, businessDate('2026-03-02'))?.today.withdrawnMinor
    expect(withdrawn()).toBe(100_000n)
    expectBooksToBalance(branch)
  })

  test('[S9][A8] after a request that waits for a second person', () => {
    const { branch, holdId } = withHold()
    const key = branch.environment.newId()
    const { record: request } = branch.must('officer', {
      type: 'approval.request',
      command: { ...capture(holdId, 300_000n, ledger()), key, note: 'Owed' },
    })
    expect(branch.must('manager', { type: 'approval.decide', request, decision: 'approve' }).type).toBe('hold.captured')
    expectBooksToBalance(branch)
  })
})

/** 1,000.00 on a current account that two hold, all signing together, of which 300.00 is held. */
function jointly(reason: 'other' | 'court-order' | 'guarantee') {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const partner = branch.must('officer', { type: 'client.register', client: newClient({ givenNames: 'Otieno' }) })
  const other = partner.created.clientId ?? ''
  const accountId = openUnder(branch, clientId, plainCurrent(), { holders: [other], signing: 'all' })
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 100_000n, currency: KES })
  const place = { type: 'hold.place', accountId, amountMinor: 30_000n, currency: KES, reason } as const
  const { holdId = '' } = branch.must('officer', place).created
  return { branch, holdId, clientId, other }
}

describe('[S9][S15] where all sign together, a hold is captured', () => {
  test.each([
    // target          reason
    ['cash', cash, 'other'],
    ['cash', cash, 'court-order'],
    ['cash', cash, 'guarantee'],
    ['the ledger', ledger(), 'other'],
  ] as const)('to %s, %o, for %s: once each has signed, and the record says who', (_where, target, reason) => {
    const { branch, holdId, clientId, other } = jointly(reason)
    const take = (signedBy?: string[]) =>
      branch.execute(
        'manager',
        { ...capture(holdId, 10_000n, target), ...(signedBy ? { signedBy } : {}) },
        'head-office',
      )
    if (target.kind === 'drawer')
      branch.must('manager', { type: 'drawer.open', currency: KES, counted: [{ faceMinor: 100n, pieces: 500 }] })
    expect(expectRefusal(take(), 'signatures-missing').count).toBe(2)
    expect(expectRefusal(take([clientId]), 'signatures-missing').count).toBe(1)
    const taken = take([clientId, other])
    if (!taken.ok) throw new Error(taken.refusal.type)
    expect(recordAt(branch.books.db, taken.value.record)?.record.body).toMatchObject({ signedBy: [clientId, other] })
    expectBooksToBalance(branch)
  })

  test.each(['court-order', 'guarantee'] as const)('to the ledger for a %s by two people alone', reason => {
    const { branch, holdId } = jointly(reason)
    expect(outcomeType(branch.execute('manager', capture(holdId, 10_000n, ledger())))).toBe('approval-needed')
    branch.must('manager', capture(holdId, 10_000n, ledger()), 'head-office')
    expectBooksToBalance(branch)
  })
})

describe('[S9][S11] where a product takes fees, a hold is captured', () => {
  const fees = { incomeAccount: '4200', perOperationMinor: 100n, perWithdrawalMinor: 500n }
  const charged = () => {
    const branch = makeBranch()
    const { clientId } = openForBusiness(branch)
    const accountId = openUnder(branch, clientId, plainCurrent({ fees }))
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 100_100n, currency: KES })
    const place = { type: 'hold.place', accountId, amountMinor: 100_000n, currency: KES, reason: 'other' } as const
    const { holdId = '' } = branch.must('officer', place).created
    return { branch, accountId, holdId }
  }

  test('in cash with them: there is room for them, they stand on its receipt and come back with its reversal', () => {
    const { branch, accountId, holdId } = charged()
    const above = expectRefusal(branch.execute('officer', capture(holdId, 99_401n, cash)), 'balance-below-minimum')
    expect(above).toMatchObject({ availableMinor: 99_400n })
    const taken = branch.must('officer', capture(holdId, 99_400n, cash))
    expect(account(branch, accountId)?.balanceMinor).toBe(0n)
    expect(receiptOf(branch, taken)).toMatchObject({
      amountMinor: 99_400n,
      fees: [
        { kind: 'operation', amountMinor: 100n },
        { kind: 'withdrawal', amountMinor: 500n },
      ],
      balanceAfterMinor: 0n,
    })
    branch.must('officer', { type: 'operation.reverse', record: taken.record, reason: 'wrong-amount' })
    expect(account(branch, accountId)?.balanceMinor).toBe(100_000n)
    expectBooksToBalance(branch)
  })

  test('to the ledger without', () => {
    const { branch, accountId, holdId } = charged()
    branch.must('officer', capture(holdId, 100_000n, ledger()), 'manager')
    expect(account(branch, accountId)?.balanceMinor).toBe(0n)
    expectBooksToBalance(branch)
  })
})

test.each([
  // what                                              who        expected, in order of precedence
  ['an unknown hold', { holdId: '01890a5d-ac96-774b-bcce-b302099a8057' }, 'officer', 'hold-unknown'],
  ["a court's hold by the counter", { amountMinor: 300_001n }, 'officer', 'not-permitted'],
  ['more than is held', { amountMinor: 300_001n, target: ledger('9999') }, 'manager', 'capture-above-hold'],
  ['to an unknown account', { target: ledger('9999') }, 'manager', 'ledger-account-unknown'],
  ['to a control account', { target: ledger('2110') }, 'manager', 'ledger-account-controlled'],
  ['in cash without a drawer', { target: cash }, 'manager', 'drawer-not-open'],
  ['alone', {}, 'manager', 'approval-needed'],
  ['by two', {}, 'manager+', 'posted'],
] as const)('[S9] a court-ordered hold captured, %s: %o by the %s: %s', (_what, over, who, expected) => {
  const { branch, holdId } = withHold('court-order')
  const command = { ...capture(holdId, 300_000n, ledger()), ...over }
  const second = who === 'manager+' ? 'head-office' : undefined
  expect(outcomeType(branch.execute(who === 'officer' ? 'officer' : 'manager', command, second))).toBe(expected)
  expectBooksToBalance(branch)
})

test.each([
  ['cash', cash, undefined],
  ['the ledger', ledger(), 'manager'],
] as const)('[R1][R2][S9] what was captured to %s is reversed once, and is then free', (_where, target, second) => {
  const { branch, holdId, accountId } = withHold()
  const done = branch.must('officer', capture(holdId, 100_000n, target), second)
  const reverse = { type: 'operation.reverse', record: done.record, reason: 'wrong-amount' } as const
  const undone = branch.must('officer', reverse)
  expect(undone.receipt).toBe(target.kind === 'drawer' ? 3 : undefined)
  expect(account(branch, accountId)).toMatchObject({ balanceMinor: 900_000n, heldMinor: 0n })
  expect(loadSavingsAccount(branch.books.db, accountId, businessDate('2026-03-02'))?.today.withdrawnMinor).toBe(0n)
  expectRefusal(branch.execute('officer', reverse), 'already-reversed')
  expectBooksToBalance(branch)
})

describe('a hold with a last day', () => {
  const place = (accountId: string, expiresOn: string) =>
    ({
      type: 'hold.place',
      accountId,
      amountMinor: 200_000n,
      currency: KES,
      reason: 'other',
      expiresOn: businessDate(expiresOn),
    }) as const

  test('[S10][G9] counts through it, and is free once a later day is opened', () => {
    const { branch, accountId, drawerId } = withHold()
    const { holdId = '' } = branch.must('officer', place(accountId, '2026-03-03')).created
    nextDay(branch, drawerId, '2026-03-03')
    expect(account(branch, accountId)?.heldMinor).toBe(500_000n)
    branch.must('officer', { type: 'day.close' })
    branch.environment.setClock('2026-03-04T07:00:00.000Z')
    branch.must('manager', { type: 'day.open', date: businessDate('2026-03-04') })
    expect(account(branch, accountId)?.heldMinor).toBe(300_000n)
    expect(counters(branch)).toMatchObject({ pendingDebitMinor: 300_000n })
    expectRefusal(branch.execute('officer', { type: 'hold.release', holdId }), 'hold-not-active')
    expectRefusal(branch.execute('officer', capture(holdId, 1n, cash)), 'hold-not-active')
    expectBooksToBalance(branch)
  })

  test('[S10] does not end before it begins', () => {
    const { branch, accountId } = withHold()
    expect(
      expectRefusal(branch.execute('officer', place(accountId, '2026-03-01')), 'hold-expired-already'),
    ).toMatchObject({
      earliestDate: '2026-03-02',
    })
    branch.must('officer', place(accountId, '2026-03-02'))
    expectBooksToBalance(branch)
  })
})
