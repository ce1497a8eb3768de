import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { accountOf, closeDay, closesOf, ledgerMinor, liveThrough, openDay, runNights } from '../../support/nights.ts'
import { openUnder, plainCurrent, templateProduct } from '../../support/products.ts'

const KES = 'KES'

function withOrder(order: { amountMinor: bigint; retryDays: number; times?: number; startsOn?: string }) {
  const branch = makeBranch()
  const { clientId, accountId: passbook } = openForBusiness(branch)
  const accountId = openUnder(branch, clientId, plainCurrent())
  for (const one of [accountId, passbook])
    branch.must('officer', { type: 'savings.deposit', accountId: one, amountMinor: 500_000n, currency: KES })
  const placed = branch.must('officer', {
    type: 'standing-instruction.place',
    accountId,
    toAccountId: passbook,
    currency: KES,
    frequency: 'monthly',
    ...order,
    startsOn: businessDate(order.startsOn ?? '2026-03-05'),
  })
  closeDay(branch)
  runNights(branch)
  return { branch, accountId, passbook, instructionId: placed.created.instructionId ?? '' }
}

const triesOf = (branch: Branch) =>
  closesOf(branch).flatMap(ran =>
    ran.step === 'instructions' ? [`${ran.date} ${ran.instruction.outcome} ${ran.instruction.refusal ?? '-'}`] : [],
  )

describe('[E10] a standing instruction', () => {
  test('is carried out on each of its dates, once, and the money counts for that date', () => {
    const { branch, accountId, passbook } = withOrder({ amountMinor: 100_000n, retryDays: 0, times: 2 })
    liveThrough(branch, '2026-05-31', '2026-05-31')
    expect(triesOf(branch)).toEqual(['2026-03-05 paid -', '2026-04-05 paid -'])
    expect(accountOf(branch, accountId).balanceMinor).toBe(300_000n)
    const [, , , fifth] = closesOf(branch).filter(({ step }) => step === 'accounts')
    expect(fifth).toMatchObject({ date: '2026-03-05' })
    expect(accountOf(branch, passbook).balanceMinor).toBeGreaterThan(700_000n)
    expectBooksToBalance(branch)
  })

  test('is tried again on the days agreed, then this date is given up and the next one waited for', () => {
    const { branch, accountId, instructionId } = withOrder({ amountMinor: 600_000n, retryDays: 2 })
    liveThrough(branch, '2026-03-31', '2026-03-31')
    expect(triesOf(branch)).toEqual([
      '2026-03-05 tried-again balance-below-minimum',
      '2026-03-06 tried-again balance-below-minimum',
      '2026-03-07 given-up balance-below-minimum',
    ])
    expect(accountOf(branch, accountId).balanceMinor).toBe(500_000n)
    expect(instructionOf(branch, instructionId)).toEqual({
      done: 1,
      next_on: '2026-04-05',
      tried_on: '2026-03-07',
      outcome: 'balance-below-minimum',
    })
    expectBooksToBalance(branch)
  })

  test('that finds the money on a later day is paid then', () => {
    const { branch, accountId } = withOrder({ amountMinor: 600_000n, retryDays: 3, times: 1 })
    liveThrough(branch, '2026-03-05', '2026-03-05')
    openDay(branch, '2026-03-06')
    branch.must('officer', { type: 'drawer.open', currency: KES, counted: [{ faceMinor: 100_000n, pieces: 20 }] })
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 200_000n, currency: KES })
    closeDay(branch)
    runNights(branch)
    expect(triesOf(branch)).toEqual(['2026-03-05 tried-again balance-below-minimum', '2026-03-06 paid -'])
    expect(accountOf(branch, accountId).balanceMinor).toBe(100_000n)
    expectBooksToBalance(branch)
  })

  test('that is cancelled is tried no more', () => {
    const { branch, instructionId } = withOrder({ amountMinor: 100_000n, retryDays: 0 })
    openDay(branch, '2026-03-03')
    branch.must('officer', { type: 'standing-instruction.cancel', instructionId })
    closeDay(branch)
    liveThrough(branch, '2026-04-30', '2026-04-30')
    expect(triesOf(branch)).toEqual([])
    expectBooksToBalance(branch)
  })
})

const instructionOf = (branch: Branch, instructionId: string) =>
  branch.books.db
    .prepare('SELECT done, next_on, tried_on, outcome FROM standing_instruction WHERE instruction_id = ?')
    .get(instructionId)

const fixed = templateProduct('fixed')

function deposited(atMaturity: typeof fixed.atMaturity, over: Partial<typeof fixed> = {}) {
  const branch = makeBranch()
  const { clientId, accountId: passbook } = openForBusiness(branch)
  const accountId = openUnder(
    branch,
    clientId,
    { ...fixed, dormancy: undefined, atMaturity, ...over },
    { termMonths: 3 },
  )
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 500_000n, currency: KES })
  closeDay(branch)
  return { branch, accountId, passbook }
}

const maturityOf = (branch: Branch) =>
  closesOf(branch).flatMap(ran => (ran.step === 'maturities' ? [{ date: ran.date, ...ran.maturity }] : []))

// 92 days of 5,000.00 at 7 %: 8,821.9 cents.
const grownMinor = 508_822n

describe('[E11] a deposit whose term ends', () => {
  test('has its interest on the eve, and waits for the client where its product says so', () => {
    const { branch, accountId } = deposited('wait')
    liveThrough(branch, '2026-06-01', '2026-06-01')
    expect(accountOf(branch, accountId).balanceMinor).toBe(grownMinor)
    expect(maturityOf(branch)).toEqual([])
    liveThrough(branch, '2026-06-30', '2026-06-30')
    expect(maturityOf(branch)).toMatchObject([{ date: '2026-06-02', maturedOn: '2026-06-02', outcome: 'waits' }])
    expect(accountOf(branch, accountId)).toMatchObject({ balanceMinor: grownMinor, status: 'active' })
    expectBooksToBalance(branch)
  })

  test('begins a new one of as many months, and earns from that day on', () => {
    const { branch, accountId } = deposited('renew')
    liveThrough(branch, '2026-06-02', '2026-06-02')
    expect(accountOf(branch, accountId)).toMatchObject({ termFrom: '2026-06-02', maturesOn: '2026-09-02' })
    expect(ledgerMinor(branch, '2210')).toBe(-98n)
    liveThrough(branch, '2026-09-01', '2026-09-01')
    // 92 days of 5,088.22 at 7 %: 8,977.5 cents.
    expect(accountOf(branch, accountId).balanceMinor).toBe(grownMinor + 8_978n)
    expectBooksToBalance(branch)
  })

  test('is paid to the savings of its client and closed', () => {
    const { branch, accountId, passbook } = deposited('to-savings')
    liveThrough(branch, '2026-06-02', '2026-06-02')
    expect(accountOf(branch, accountId)).toMatchObject({ balanceMinor: 0n, status: 'closed' })
    expect(accountOf(branch, passbook).balanceMinor).toBe(grownMinor)
    expect(maturityOf(branch)).toMatchObject([
      { outcome: 'to-savings', toAccountId: passbook, amountMinor: grownMinor },
    ])
    expectBooksToBalance(branch)
  })

  test('waits where something of it is held, and says why', () => {
    const { branch, accountId } = deposited('to-savings')
    openDay(branch, '2026-06-01')
    branch.must('officer', { type: 'hold.place', accountId, amountMinor: 1n, currency: KES, reason: 'court-order' })
    closeDay(branch)
    liveThrough(branch, '2026-06-02', '2026-06-02')
    expect(maturityOf(branch)).toMatchObject([{ outcome: 'waits', because: 'held' }])
    expect(accountOf(branch, accountId).balanceMinor).toBe(grownMinor)
    expectBooksToBalance(branch)
  })

  test('pays first what it owes of three monthly fees of 30.00 and the fee of 5.00 for closing', () => {
    const fees = { incomeAccount: '4200', maintenancePerMonthMinor: 3_000n, closingMinor: 500n }
    const { branch, accountId, passbook } = deposited('to-savings', { fees, feeCollection: 'owed' })
    liveThrough(branch, '2026-06-02', '2026-06-02')
    expect(maturityOf(branch)).toMatchObject([
      { outcome: 'to-savings', amountMinor: grownMinor - 9_500n, feesMinor: 9_500n },
    ])
    expect(accountOf(branch, accountId)).toMatchObject({ balanceMinor: 0n, status: 'closed' })
    expect(accountOf(branch, passbook).balanceMinor).toBe(499_322n)
    expect(ledgerMinor(branch, '4200')).toBe(-9_500n)
    expectBooksToBalance(branch)
  })

  test.each([
    ['to-savings', '2026-06-04 to-savings'],
    ['renew', '2026-06-04 renewed'],
  ] as const)('is not dealt with (%s) before the interest of its term is counted', (atMaturity, dealt) => {
    const { branch, accountId } = deposited(atMaturity)
    liveThrough(branch, '2026-05-31', '2026-05-31')
    const { db } = branch.books
    const state = db.prepare('SELECT state FROM account_accrual WHERE account_id = ?').pluck().get(accountId)
    const spoil = db.prepare('UPDATE account_accrual SET state = ? WHERE account_id = ?')
    spoil.run('{}', accountId)
    liveThrough(branch, '2026-06-01', '2026-06-02')
    spoil.run(state, accountId)
    liveThrough(branch, '2026-06-03', '2026-06-04')
    expect(maturityOf(branch).map(one => `${one.date} ${one.because ?? one.outcome}`)).toEqual([
      '2026-06-02 not-counted',
      '2026-06-03 not-counted',
      dealt,
    ])
    expect(ledgerMinor(branch, '5100')).toBeGreaterThanOrEqual(8_822n)
    const paid = maturityOf(branch).at(-1)?.amountMinor
    expect(paid ?? accountOf(branch, accountId).balanceMinor).toBe(grownMinor)
    expectBooksToBalance(branch)
  })
})
