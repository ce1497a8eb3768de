import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { Outcome } from '../../../core/command/outcome.ts'
import { statementLineLabel } from '../../../core/documents/labels/statement-line-label.ts'
import { receiptModel } from '../../../core/documents/receipt.ts'
import { statementModel } from '../../../core/documents/statement.ts'
import { rate } from '../../../core/money/rate.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { JournalAnswer } from '../../../core/query/journal-answers.ts'
import type { StatementAnswer } from '../../../core/query/savings-answers.ts'
import { loadSavingsAccount } from '../../../core/storage/savings-accounts.ts'
import { type Branch, makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { endDay } from '../../support/end-day.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { openUnder, plainCurrent, templateProduct } from '../../support/products.ts'

const KES = 'KES' as const
const today = businessDate('2026-03-02')

function opened(): { branch: Branch; clientId: string; passbook: string } {
  const branch = makeBranch()
  const { clientId, accountId } = openForBusiness(branch)
  return { branch, clientId, passbook: accountId }
}

const move = (branch: Branch, type: 'savings.deposit' | 'savings.withdraw', accountId: string, amountMinor: bigint) =>
  branch.execute('officer', { type, accountId, amountMinor, currency: KES }, 'manager')
const put = (branch: Branch, accountId: string, amountMinor: bigint): Outcome => {
  const done = move(branch, 'savings.deposit', accountId, amountMinor)
  if (!done.ok) throw new Error(done.refusal.type)
  return done.value
}
const accountOf = (branch: Branch, accountId: string) => {
  const account = loadSavingsAccount(branch.books.db, accountId, today)
  if (!account) throw new Error('no account')
  return account
}
const receiptOf = (branch: Branch, { record }: Outcome) => {
  const model = receiptModel(branch.books, branch.desk('officer'), { record, locale: 'en' })
  if (!model.ok) throw new Error(model.refusal.type)
  return model.value
}
const fees = { incomeAccount: '4200', perOperationMinor: 100n, perWithdrawalMinor: 500n, overdraftMinor: 3_500n }
const overdraft = {
  limitMinor: 50_000n,
  annualPercent: rate('18'),
  principalAccount: '1270',
  receivableAccount: '1280',
  incomeAccount: '4120',
}

describe('[S11] fees', () => {
  test('[Q8] are called fees in statements, and are no part of what a deposit is said to be', () => {
    const { branch, clientId } = opened()
    const accountId = openUnder(branch, clientId, plainCurrent({ fees, overdraft }))
    const { record } = put(branch, accountId, 100_000n)
    branch.must('officer', { type: 'operation.reverse', record, reason: 'wrong-amount' })
    const asked = { type: 'statement', accountId, limit: 10 } as const
    const answer = answerQuery(branch.books, branch.desk('officer'), asked, [])
    const { rows } = answer.ok ? (answer.value as StatementAnswer) : { rows: [] }
    expect(rows.map(({ description }) => description)).toEqual([
      'reversal-operation-fee',
      'reversal-savings-deposit',
      'operation-fee',
      'savings-deposit',
    ])
    const listed = answerQuery(branch.books, branch.desk('officer'), { type: 'journal', limit: 2 }, [])
    const amounts = listed.ok ? (listed.value as JournalAnswer).rows.map(({ amountMinor }) => amountMinor) : []
    expect(amounts).toEqual([100_000n, 100_000n])
    const range = { accountId, from: today, to: today }
    const paper = statementModel(branch.books, branch.desk('officer'), { ...range, locale: 'en' })
    expect(paper.ok && paper.value.rows.map(row => statementLineLabel(row, 'en'))).toEqual([
      'Deposit',
      'Operation fee',
      'Reversal',
      'Operation fee',
    ])
    expectBooksToBalance(branch)
  })

  test('are booked with the operation, stand on its receipt, and come back with its reversal', () => {
    const { branch, clientId } = opened()
    const accountId = openUnder(branch, clientId, plainCurrent({ fees, overdraft }))
    const deposited = put(branch, accountId, 100_000n)
    expect(accountOf(branch, accountId).balanceMinor).toBe(99_900n)
    expect(receiptOf(branch, deposited)).toMatchObject({
      amountMinor: 100_000n,
      direction: 'in',
      fees: [{ kind: 'operation', amountMinor: 100n }],
      balanceAfterMinor: 99_900n,
    })
    const withdrawn = branch.must('officer', {
      type: 'savings.withdraw',
      accountId,
      amountMinor: 10_000n,
      currency: KES,
    })
    expect(receiptOf(branch, withdrawn)).toMatchObject({
      amountMinor: 10_000n,
      fees: [
        { kind: 'operation', amountMinor: 100n },
        { kind: 'withdrawal', amountMinor: 500n },
      ],
      balanceAfterMinor: 89_300n,
    })
    const undone = branch.must('officer', {
      type: 'operation.reverse',
      record: withdrawn.record,
      reason: 'wrong-amount',
    })
    expect(receiptOf(branch, undone)).toMatchObject({
      amountMinor: 10_000n,
      direction: 'in',
      balanceAfterMinor: 99_900n,
    })
    branch.must('officer', { type: 'operation.reverse', record: deposited.record, reason: 'wrong-client' })
    expect(accountOf(branch, accountId).balanceMinor).toBe(0n)
    expectBooksToBalance(branch)
  })

  test('are covered by what there is, and the refusal leaves them out of what can be paid', () => {
    const { branch, clientId } = opened()
    const accountId = openUnder(
      branch,
      clientId,
      plainCurrent({ fees: { incomeAccount: '4200', perWithdrawalMinor: 500n } }),
    )
    put(branch, accountId, 10_000n)
    const { availableMinor } = expectRefusal(
      move(branch, 'savings.withdraw', accountId, 9_501n),
      'balance-below-minimum',
    )
    expect(availableMinor).toBe(9_500n)
    expect(outcomeType(move(branch, 'savings.withdraw', accountId, availableMinor))).toBe('posted')
    expect(accountOf(branch, accountId).balanceMinor).toBe(0n)
    expectBooksToBalance(branch)
  })
})

test('[S12] an arranged overdraft is paid out down to its limit, each payment below zero with its fee', () => {
  const { branch, clientId } = opened()
  const overdrawFee = { incomeAccount: '4200', overdraftMinor: 3_500n }
  const accountId = openUnder(branch, clientId, plainCurrent({ fees: overdrawFee, overdraft }))
  put(branch, accountId, 20_000n)
  expect(outcomeType(move(branch, 'savings.withdraw', accountId, 20_000n))).toBe('posted')
  expect(accountOf(branch, accountId).balanceMinor).toBe(0n)
  expect(outcomeType(move(branch, 'savings.withdraw', accountId, 40_000n))).toBe('posted')
  expect(accountOf(branch, accountId).balanceMinor).toBe(-43_500n)
  const { availableMinor, minimumMinor } = expectRefusal(
    move(branch, 'savings.withdraw', accountId, 3_001n),
    'balance-below-minimum',
  )
  expect([availableMinor, minimumMinor]).toEqual([3_000n, 0n])
  expect(outcomeType(move(branch, 'savings.withdraw', accountId, 3_000n))).toBe('posted')
  put(branch, accountId, 60_000n)
  expect(accountOf(branch, accountId).balanceMinor).toBe(10_000n)
  expectBooksToBalance(branch)
})

test.each([
  // limits                                            expected for a second withdrawal of 30.00 after one of 80.00
  [{ withdrawalsPerDayMinor: 10_000n }, 'daily-limit-exceeded', 2_000n],
  [{ withdrawalsPerMonthMinor: 10_000n }, 'monthly-limit-exceeded', 2_000n],
  [{ operationsPerDayMinor: 110_000n }, 'operations-limit-exceeded', 2_000n],
  [{ operationsPerMonthMinor: 110_000n }, 'operations-limit-exceeded', 2_000n],
] as const)('[S5][S13] %o: %s, with what is left', (limits, expected, remainingMinor) => {
  const { branch, clientId } = opened()
  const accountId = openUnder(branch, clientId, plainCurrent({ limits }))
  put(branch, accountId, 100_000n)
  expect(outcomeType(move(branch, 'savings.withdraw', accountId, 8_000n))).toBe('posted')
  expect(expectRefusal(move(branch, 'savings.withdraw', accountId, 3_000n), expected).remainingMinor).toBe(
    remainingMinor,
  )
  expect(outcomeType(move(branch, 'savings.withdraw', accountId, remainingMinor))).toBe('posted')
  expectBooksToBalance(branch)
})

describe('[S14] a transfer', () => {
  const transferOf = (accountId: string, toAccountId: string, amountMinor: bigint) =>
    ({ type: 'savings.transfer', accountId, toAccountId, amountMinor, currency: KES }) as const

  test.each<readonly [what: string, from: 'one' | 'other', amountMinor: bigint, expected: string]>([
    // what                        from    amount      expected, in order of precedence
    ['to itself', 'one', 900_000n, 'same-account'],
    ['of more than there is', 'one', 950_001n, 'balance-below-minimum'],
    ['of too little for the other', 'one', 100n, 'opening-below-minimum'],
    ['that is allowed', 'one', 100_000n, 'posted'],
  ])('%s (from the %s, %s): %s', (what, _from, amountMinor, expected) => {
    const { branch, clientId, passbook } = opened()
    put(branch, passbook, 1_000_000n)
    const other = openUnder(branch, clientId, templateProduct('passbook'))
    const to = what === 'to itself' ? passbook : other
    expect(outcomeType(branch.execute('officer', transferOf(passbook, to, amountMinor)))).toBe(expected)
    expectBooksToBalance(branch)
  })

  test('counts as paid out of the one and into the other, gives a receipt, and is reversed once the money is there', () => {
    const { branch, clientId, passbook } = opened()
    put(branch, passbook, 1_000_000n)
    const other = openUnder(branch, clientId, plainCurrent())
    const done = branch.must('officer', transferOf(passbook, other, 400_000n))
    expect([accountOf(branch, passbook).balanceMinor, accountOf(branch, other).balanceMinor]).toEqual([
      600_000n,
      400_000n,
    ])
    expect(accountOf(branch, passbook).today.withdrawnMinor).toBe(400_000n)
    expect(accountOf(branch, other).today).toEqual({ withdrawnMinor: 0n, operatedMinor: 400_000n })
    expect(receiptOf(branch, done)).toMatchObject({
      operation: 'savings.transferred',
      direction: 'out',
      accountNumber: accountOf(branch, passbook).number,
      toAccountNumber: accountOf(branch, other).number,
      balanceAfterMinor: 600_000n,
    })
    expect(outcomeType(move(branch, 'savings.withdraw', other, 1n))).toBe('posted')
    const reverse = { type: 'operation.reverse', record: done.record, reason: 'wrong-client' } as const
    expectRefusal(branch.execute('officer', reverse, 'manager'), 'balance-below-minimum')
    put(branch, other, 1n)
    branch.must('officer', reverse, 'manager')
    expect([accountOf(branch, passbook).balanceMinor, accountOf(branch, other).balanceMinor]).toEqual([1_000_000n, 0n])
    expect(accountOf(branch, passbook).today.withdrawnMinor).toBe(0n)
    expectBooksToBalance(branch)
  })
})

test('[S15] what leaves an account that all hold together needs everybody signature; one that any holds does not', () => {
  const { branch, clientId } = opened()
  const partner = branch.must('officer', { type: 'client.register', client: newClient({ givenNames: 'Otieno' }) })
  const holders = [partner.created.clientId ?? '']
  const joint = openUnder(branch, clientId, plainCurrent(), { holders, signing: 'all' })
  const either = openUnder(branch, clientId, plainCurrent(), { holders })
  for (const accountId of [joint, either]) put(branch, accountId, 100_000n)
  const take = (accountId: string, signedBy?: string[]) =>
    branch.execute('officer', {
      type: 'savings.withdraw',
      accountId,
      amountMinor: 100n,
      currency: KES,
      ...(signedBy ? { signedBy } : {}),
    })
  expect(expectRefusal(take(joint), 'signatures-missing').count).toBe(2)
  expect(expectRefusal(take(joint, [clientId]), 'signatures-missing').count).toBe(1)
  expect(outcomeType(take(joint, [clientId, ...holders]))).toBe('posted')
  expect(outcomeType(take(either))).toBe('posted')
  expect(accountOf(branch, joint).holders).toEqual([clientId, ...holders])
  expectBooksToBalance(branch)
})

describe('[S16] a fixed deposit', () => {
  const fixed = templateProduct('fixed')

  test.each([
    [2, 'termMonths below-minimum'],
    [61, 'termMonths above-maximum'],
    [3, 'posted'],
    [60, 'posted'],
  ])('is opened for a term within bounds: %i months: %s', (termMonths, expected) => {
    const { branch, clientId } = opened()
    const id = branch.must('officer', {
      type: 'client.update',
      clientId,
      client: { ...newClient(), idDocument: { kind: 'national-id', number: '12345678' } },
    })
    expect(id.type).toBe('client.updated')
    const open = branch.execute('officer', { type: 'savings.open', clientId, productId: 'fixed-deposit', termMonths })
    const said = open.ok
      ? 'posted'
      : open.refusal.type === 'field-invalid'
        ? `${open.refusal.field} ${open.refusal.rule}`
        : open.refusal.type
    expect(said).toBe(expected)
    expectBooksToBalance(branch)
  })

  test('takes one deposit and pays nothing out before it matures', () => {
    const { branch, clientId, passbook } = opened()
    put(branch, passbook, 1_000_000n)
    const accountId = openUnder(branch, clientId, fixed, { termMonths: 6 })
    expect(accountOf(branch, accountId).maturesOn).toBe('2026-09-02')
    put(branch, accountId, 500_000n)
    expect(expectRefusal(move(branch, 'savings.deposit', accountId, 500_000n), 'deposit-made-already').maturesOn).toBe(
      '2026-09-02',
    )
    expect(expectRefusal(move(branch, 'savings.withdraw', accountId, 1n), 'term-not-ended').maturesOn).toBe(
      '2026-09-02',
    )
    expectRefusal(
      branch.execute('officer', {
        type: 'savings.transfer',
        accountId,
        toAccountId: passbook,
        amountMinor: 1n,
        currency: KES,
      }),
      'term-not-ended',
    )
    expectBooksToBalance(branch)
  })

  test('is free from its maturity on, and takes nothing more', () => {
    const { branch, clientId } = opened()
    const accountId = openUnder(branch, clientId, fixed, { termMonths: 3 })
    put(branch, accountId, 500_000n)
    goOn(branch, '2026-06-02')
    expectRefusal(move(branch, 'savings.deposit', accountId, 500_000n), 'term-ended')
    expect(outcomeType(move(branch, 'savings.withdraw', accountId, 500_000n))).toBe('posted')
    expectBooksToBalance(branch)
  })
})

/** Closes the drawer and the day and opens both again on a later one. */
function goOn(branch: Branch, date: string): void {
  const { db } = branch.books
  const [drawer] = db
    .prepare<[], { drawer_id: string; balance: bigint }>(
      'SELECT drawer_id, (SELECT sum(debit_minor - credit_minor) FROM balance WHERE sub_account = drawer_id) AS balance FROM drawer WHERE closed_position IS NULL',
    )
    .all()
  if (!drawer) throw new Error('no open drawer')
  branch.must('officer', {
    type: 'drawer.close',
    drawerId: drawer.drawer_id,
    counted: [{ faceMinor: 100n, pieces: Number(drawer.balance) / 100 }],
  })
  endDay(branch)
  branch.environment.setClock(`${date}T07:00:00.000Z`)
  branch.must('manager', { type: 'day.open', date: businessDate(date) })
  branch.must('officer', { type: 'drawer.open', currency: KES, counted: [{ faceMinor: 100_000n, pieces: 20 }] })
}

test('[S17] a recurring deposit takes whole installments, and none before it is due', () => {
  const { branch, clientId } = opened()
  const recurring = templateProduct('recurring')
  const open = { type: 'savings.open', clientId, productId: 'recurring-deposit' } as const
  expect(expectRefusal(branch.execute('officer', open), 'field-invalid')).toMatchObject({
    field: 'installmentMinor',
    rule: 'missing',
  })
  expect(expectRefusal(branch.execute('officer', { ...open, installmentMinor: 1n }), 'field-invalid').rule).toBe(
    'below-minimum',
  )
  const accountId = openUnder(branch, clientId, recurring, { termMonths: 6, installmentMinor: 50_000n })
  expect(
    expectRefusal(move(branch, 'savings.deposit', accountId, 50_001n), 'installment-differs').installmentMinor,
  ).toBe(50_000n)
  const first = put(branch, accountId, 50_000n)
  expect(expectRefusal(move(branch, 'savings.deposit', accountId, 50_000n), 'installment-not-due').nextDate).toBe(
    '2026-04-02',
  )
  branch.must('officer', { type: 'operation.reverse', record: first.record, reason: 'wrong-amount' }, 'manager')
  expect(accountOf(branch, accountId).installmentsPaid).toBe(0)
  put(branch, accountId, 50_000n)
  goOn(branch, '2026-05-02')
  put(branch, accountId, 100_000n)
  expect(accountOf(branch, accountId)).toMatchObject({ installmentsPaid: 3, balanceMinor: 150_000n })
  expectRefusal(move(branch, 'savings.withdraw', accountId, 1n), 'term-not-ended')
  expectBooksToBalance(branch)
})

test.each([
  // what is known of the client                                                          tier 2            tier 3
  [{}, 'kyc-tier-too-low', 'kyc-tier-too-low'],
  [{ phone: '+254712345678', address: 'Behind the church' }, 'kyc-tier-too-low', 'kyc-tier-too-low'],
  [{ idDocument: { kind: 'national-id', number: '12345678' } }, 'posted', 'kyc-tier-too-low'],
  [
    {
      idDocument: { kind: 'national-id', number: '12345678' },
      phone: '+254712345678',
      address: 'Behind the church',
      photo: { mediaType: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]) },
    },
    'posted',
    'posted',
  ],
] as const)('[K5] a client of whom is known %o: premium savings %s, business checking %s', (known, second, third) => {
  const { branch } = opened()
  const client = newClient({ givenNames: 'Naliaka', ...known })
  const clientId = branch.must('officer', { type: 'client.register', client }).created.clientId ?? ''
  const open = (productId: string) =>
    outcomeType(branch.execute('officer', { type: 'savings.open', clientId, productId }))
  expect([open('passbook-savings'), open('premium-savings'), open('business-checking')]).toEqual([
    'posted',
    second,
    third,
  ])
  expectBooksToBalance(branch)
})
