import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { previewDeposit } from '../../../core/products/deposit-preview.ts'
import { makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal } from '../../support/expect.ts'
import { accountOf, closeDay, ledgerMinor, liveThrough, openDay, runNights } from '../../support/nights.ts'
import { openUnder, templateProduct } from '../../support/products.ts'

const KES = 'KES'
const passbook = templateProduct('passbook')
const fees = { incomeAccount: '4200', maintenancePerMonthMinor: 3_000n, belowMinimumMinor: 1_000n }
const charged: typeof passbook = {
  ...passbook,
  interest: undefined,
  minimumBalanceMinor: 5_000n,
  minimumOpeningMinor: 5_000n,
  fees,
}

function openedWith(amountMinor: bigint, over: Partial<typeof passbook> = {}) {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const accountId = openUnder(branch, clientId, { ...charged, ...over })
  if (amountMinor > 0n) branch.must('officer', { type: 'savings.deposit', accountId, amountMinor, currency: KES })
  closeDay(branch)
  runNights(branch)
  return { branch, accountId }
}

describe('[E6] the fees of a month', () => {
  test.each([
    // deposited, through, left, owed, months
    [1_000_000n, '2026-03-31', 1_000_000n, 0n, 0],
    [1_000_000n, '2026-04-01', 997_000n, 0n, 1],
    [5_000n, '2026-04-01', 2_000n, 0n, 1],
    [5_000n, '2026-04-30', 2_000n, 0n, 1],
    [5_000n, '2026-05-01', 0n, 2_000n, 2],
    [5_000n, '2026-07-01', 0n, 2_000n, 4],
    [0n, '2026-04-01', 0n, 0n, 1],
  ])('of an account with %i leave on %s %i, and %i owed', (amount, date, left, owed, months) => {
    const { branch, accountId } = openedWith(amount)
    liveThrough(branch, date, date)
    expect(accountOf(branch, accountId)).toMatchObject({
      balanceMinor: left,
      feesOwedMinor: owed,
      feeMonths: months,
    })
    expect(ledgerMinor(branch, '4200')).toBe(left - amount)
    expectBooksToBalance(branch)
  })

  test('that are owed are taken once the money is there, and never what is held', () => {
    const { branch, accountId } = openedWith(5_000n)
    liveThrough(branch, '2026-05-01', '2026-05-01')
    openDay(branch, '2026-05-02')
    branch.must('officer', { type: 'drawer.open', currency: KES, counted: [{ faceMinor: 100_000n, pieces: 20 }] })
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 6_000n, currency: KES })
    branch.must('officer', { type: 'hold.place', accountId, amountMinor: 5_000n, currency: KES, reason: 'dispute' })
    closeDay(branch)
    runNights(branch)
    expect(accountOf(branch, accountId)).toMatchObject({ balanceMinor: 5_000n, feesOwedMinor: 1_000n })
    expectBooksToBalance(branch)
  })

  test.each([
    // paid out, then left by a month that costs 30.00, and 10.00 more below 500.00
    [50_000n, 47_000n],
    [50_001n, 45_999n],
    [90_000n, 6_000n],
  ])('are more where paying out %i took the balance below 500.00, though 100.00 must stay', (amountMinor, left) => {
    const low = {
      minimumBalanceMinor: 10_000n,
      minimumOpeningMinor: 10_000n,
      fees: { ...fees, belowBalanceMinor: 50_000n },
    }
    const branch = makeBranch()
    const { clientId } = openForBusiness(branch)
    const accountId = openUnder(branch, clientId, { ...charged, ...low })
    const on = { accountId, currency: KES } as const
    branch.must('officer', { type: 'savings.deposit', ...on, amountMinor: 100_000n })
    const tooMuch = branch.execute('officer', { type: 'savings.withdraw', ...on, amountMinor: 90_001n })
    expect(expectRefusal(tooMuch, 'balance-below-minimum')).toMatchObject({ availableMinor: 90_000n })
    branch.must('officer', { type: 'savings.withdraw', ...on, amountMinor })
    closeDay(branch)
    liveThrough(branch, '2026-04-01', '2026-04-01')
    expect(accountOf(branch, accountId).balanceMinor).toBe(left)
    expect(ledgerMinor(branch, '4200')).toBe(left + amountMinor - 100_000n)
    expectBooksToBalance(branch)
  })

  test('are only noted where the product asks for them later', () => {
    const { branch, accountId } = openedWith(1_000_000n, { feeCollection: 'owed' })
    liveThrough(branch, '2026-04-01', '2026-05-01')
    expect(accountOf(branch, accountId)).toMatchObject({ balanceMinor: 1_000_000n, feesOwedMinor: 6_000n })
    expectBooksToBalance(branch)
  })

  test('stand still while the account is dormant', () => {
    const { branch, accountId } = openedWith(1_000_000n, {
      dormancy: { inactiveAfterDays: 5, dormantAfterDays: 10 },
    })
    liveThrough(branch, '2026-04-10', '2026-04-10')
    expect(accountOf(branch, accountId)).toMatchObject({ status: 'dormant', balanceMinor: 1_000_000n, feeMonths: 0 })
    expectBooksToBalance(branch)
  })
})

test('[E6], [P6] a year of closes leaves what the preview of the product says', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const product = { ...charged, interest: passbook.interest, dormancy: undefined }
  const accountId = openUnder(branch, clientId, product)
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 1_000_000n, currency: KES })
  closeDay(branch)
  liveThrough(branch, '2027-03-01', '2027-03-01')
  const preview = previewDeposit(product, { openedOn: businessDate('2026-03-02'), amountMinor: 1_000_000n })
  expect(accountOf(branch, accountId).balanceMinor).toBe(preview.balanceMinor)
  expect(ledgerMinor(branch, '4200')).toBe(-preview.feesMinor)
  expect(ledgerMinor(branch, '5100')).toBe(preview.interestMinor + preview.accruedMinor)
  expectBooksToBalance(branch)
})

test('[E7] an installment that is not there when the next one falls due was missed, once, and costs its fee', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const recurring = { ...templateProduct('recurring'), dormancy: undefined }
  const accountId = openUnder(branch, clientId, recurring, { termMonths: 6, installmentMinor: 50_000n })
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 50_000n, currency: KES })
  closeDay(branch)
  liveThrough(branch, '2026-04-30', '2026-04-30')
  expect(ledgerMinor(branch, '4200')).toBe(0n)
  liveThrough(branch, '2026-05-01', '2026-05-31')
  const missed = recurring.installment.missedFeeMinor ?? 0n
  expect(ledgerMinor(branch, '4200')).toBe(-missed)
  expect(accountOf(branch, accountId)).toMatchObject({ balanceMinor: 50_000n - missed, installmentsJudged: 2 })
  const counted = branch.books.db
    .prepare('SELECT installments_missed FROM savings_account WHERE account_id = ?')
    .pluck()
    .get(accountId)
  expect(counted).toBe(1)
  expectBooksToBalance(branch)
})

test.each([
  ['on time', true],
  ['made up for', false],
])(
  '[E7], [E2] the nights before an installment is late and one is taken back, %s, judge by what was there',
  (_, inTime) => {
    const branch = makeBranch()
    const { clientId } = openForBusiness(branch)
    const recurring = { ...templateProduct('recurring'), dormancy: undefined }
    const open = () => openUnder(branch, clientId, recurring, { termMonths: 6, installmentMinor: 50_000n })
    const [late, takenBack] = [open(), open()]
    const pay = (accountId: string, amountMinor: bigint) =>
      branch.must('officer', { type: 'savings.deposit', accountId, amountMinor, currency: KES })
    for (const accountId of [late, takenBack]) pay(accountId, 50_000n)
    closeDay(branch)
    const openWithDrawer = (date: string) => {
      if (inTime) runNights(branch)
      openDay(branch, date)
      if (inTime) runNights(branch)
      branch.must('officer', { type: 'drawer.open', currency: KES, counted: [{ faceMinor: 100_000n, pieces: 20 }] })
    }
    openWithDrawer('2026-04-20')
    const { record } = pay(takenBack, 50_000n)
    closeDay(branch)
    openWithDrawer('2026-05-03')
    pay(late, 100_000n)
    branch.must('officer', { type: 'operation.reverse', record, reason: 'wrong-account' }, 'manager')
    closeDay(branch)
    runNights(branch)
    const missed = [late, takenBack].map(accountId =>
      branch.books.db
        .prepare('SELECT installments_missed FROM savings_account WHERE account_id = ?')
        .pluck()
        .get(accountId),
    )
    expect(missed).toEqual([1, 0])
    expect(ledgerMinor(branch, '4200')).toBe(-(recurring.installment.missedFeeMinor ?? 0n))
    expectBooksToBalance(branch)
  },
)

describe('[E8] an account that its client does not use', () => {
  const resting = {
    ...charged,
    fees: { incomeAccount: '4200' },
    dormancy: { inactiveAfterDays: 30, dormantAfterDays: 60 },
  }

  test.each([
    ['2026-03-31', 'active'],
    ['2026-04-01', 'inactive'],
    ['2026-04-30', 'inactive'],
    ['2026-05-01', 'dormant'],
  ])('is on %s %s', (date, status) => {
    const { branch, accountId } = openedWith(10_000n, resting)
    liveThrough(branch, date, date)
    expect(accountOf(branch, accountId).status).toBe(status)
    expectBooksToBalance(branch)
  })

  test('sleeps again as many days after an overseer brought it back', () => {
    const { branch, accountId } = openedWith(10_000n, resting)
    liveThrough(branch, '2026-05-01', '2026-05-01')
    openDay(branch, '2026-05-02')
    branch.must('manager', { type: 'savings.reactivate', accountId })
    closeDay(branch)
    liveThrough(branch, '2026-05-31', '2026-05-31')
    expect(accountOf(branch, accountId).status).toBe('active')
    liveThrough(branch, '2026-06-01', '2026-06-01')
    expect(accountOf(branch, accountId).status).toBe('inactive')
    expectBooksToBalance(branch)
  })

  test('is not counted while a deposit runs its term', () => {
    const branch = makeBranch()
    const { clientId } = openForBusiness(branch)
    const fixed = { ...templateProduct('fixed'), dormancy: { inactiveAfterDays: 30, dormantAfterDays: 60 } }
    const accountId = openUnder(branch, clientId, fixed, { termMonths: 3 })
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 500_000n, currency: KES })
    closeDay(branch)
    liveThrough(branch, '2026-06-30', '2026-06-30')
    expect(accountOf(branch, accountId).status).toBe('active')
    liveThrough(branch, '2026-07-02', '2026-07-02')
    expect(accountOf(branch, accountId).status).toBe('inactive')
    expectBooksToBalance(branch)
  })
})
