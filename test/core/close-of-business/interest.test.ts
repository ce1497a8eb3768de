import { describe, expect, test } from 'vitest'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import { rate } from '../../../core/money/rate.ts'
import { previewDeposit } from '../../../core/products/deposit-preview.ts'
import type { ProductInterest } from '../../../core/products/product-interest.ts'
import { type Branch, type BranchOptions, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { accountOf, closeDay, closesOf, ledgerMinor, liveThrough, openDay, runNights } from '../../support/nights.ts'
import { openUnder, plainCurrent, templateProduct } from '../../support/products.ts'

const passbook = templateProduct('passbook')
const KES = 'KES'

const earning = (over: Partial<ProductInterest>) => {
  if (!passbook.interest) throw new Error('passbook savings earn interest')
  return { ...passbook, minimumBalanceMinor: 0n, minimumOpeningMinor: 0n, interest: { ...passbook.interest, ...over } }
}

function openedWith(
  over: Partial<ProductInterest>,
  amountMinor: bigint,
  options: BranchOptions = {},
): { branch: Branch; accountId: string } {
  const branch = makeBranch(options)
  const { clientId } = openForBusiness(branch)
  const accountId = openUnder(branch, clientId, earning(over))
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor, currency: KES })
  closeDay(branch)
  runNights(branch)
  return { branch, accountId }
}

describe('[E3] the interest of each day', () => {
  test('is counted exactly on its closing balance and booked as the rounded difference', () => {
    const { branch } = openedWith({}, 1_000_000n)
    liveThrough(branch, '2026-03-03', '2026-03-05')
    const booked = closesOf(branch).map(ran => (ran.step === 'accounts' ? ran.accounts[0]?.interestMinor : null))
    // 10,000.00 at 2 % are 54.7945... cents a day: 54.8, 109.6, 164.4, 219.2.
    expect(booked).toEqual([55n, 55n, 54n, 55n])
    expect(ledgerMinor(branch, '5100')).toBe(219n)
    expect(ledgerMinor(branch, '2210')).toBe(-219n)
    expectBooksToBalance(branch)
  })

  test('adds up to what the period posts, and nothing is left payable', () => {
    const { branch, accountId } = openedWith({}, 1_000_000n)
    liveThrough(branch, '2026-03-03', '2026-03-31')
    // 30 days of 10,000.00 at 2 %: 1,643.8 cents.
    expect(accountOf(branch, accountId).balanceMinor).toBe(1_001_644n)
    expect(ledgerMinor(branch, '2210')).toBe(0n)
    expect(ledgerMinor(branch, '5100')).toBe(1_644n)
    expectBooksToBalance(branch)
  })

  test('of a day on which nothing was earned is not worth a word', () => {
    const branch = makeBranch()
    openForBusiness(branch)
    closeDay(branch)
    expect(runNights(branch)).toBe(1)
    expect(closesOf(branch)[0]).toMatchObject({ accounts: [], looked: 1, isLast: true })
    expectBooksToBalance(branch)
  })
})

// 10,000.00 at 2 % since 2 March: 1,643.8 cents in 30 days, 3,287.7 in 60.
describe('[E3][E6] a day on which fees are taken', () => {
  const fees = { incomeAccount: '4200', maintenancePerMonthMinor: 50_000n }
  /** A tenth of a percent a day. */
  const tenth = { rates: { type: 'whole' as const, tiers: [{ fromMinor: 0n, annualPercent: rate('36.5') }] } }

  function lived(accrual: 'daily' | 'monthly', amountMinor: bigint, through: string) {
    const branch = makeBranch()
    const { clientId } = openForBusiness(branch)
    const product = { ...earning({ ...tenth, accrual }), fees, dormancy: undefined }
    const accountId = openUnder(branch, clientId, product)
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor, currency: KES })
    closeDay(branch)
    liveThrough(branch, through, through)
    expectBooksToBalance(branch)
    const { balanceMinor, feesOwedMinor } = accountOf(branch, accountId)
    return { balanceMinor, feesOwedMinor, expenseMinor: ledgerMinor(branch, '5100') }
  }

  test.each([
    // 1,000.00 earn 1.00 on each of the 30 days from 2 to 31 March: 1,030.00. On 1 April 500.00 are taken, and each of its
    // 30 days, that one too, earns 0.53 on the 530.00 that are left: 15.90.
    [100_000n, '2026-04-30', 54_590n, 0n, 4_590n],
    // 300.00 earn 0.30 on each of 30 days: 309.00, which the fee takes whole; 191.00 are owed, and April earns nothing.
    [30_000n, '2026-04-30', 0n, 19_100n, 900n],
  ])('of %i earns on what they leave, booked by the day or by the month', (amount, through, left, owed, expense) => {
    const expected = { balanceMinor: left, feesOwedMinor: owed, expenseMinor: expense }
    expect(lived('daily', amount, through)).toEqual(expected)
    expect(lived('monthly', amount, through)).toEqual(expected)
  })
})

test.each([
  [1, 'quarterly', '2026-03-31', 1_644n],
  [4, 'yearly', '2026-03-31', 1_644n],
  [5, 'yearly', '2026-04-30', 3_288n],
  [5, 'half-yearly', '2026-04-30', 3_288n],
  [5, 'quarterly', '2026-04-30', 3_288n],
] as const)(
  '[I6] where fiscal years begin with month %i, %s interest is posted first on %s: %i',
  (month, posting, on, minor) => {
    const terms = { posting, compounding: 'at-posting' } as const
    const { branch, accountId } = openedWith(terms, 1_000_000n, { fiscalYearStartMonth: month })
    const eve = addDays(businessDate(on), -1)
    liveThrough(branch, eve, eve)
    expect(accountOf(branch, accountId).balanceMinor).toBe(1_000_000n)
    liveThrough(branch, on, on)
    expect(accountOf(branch, accountId).balanceMinor).toBe(1_000_000n + minor)
    const use = { openedOn: businessDate('2026-03-02'), amountMinor: 1_000_000n, yearStartMonth: month }
    const [first, second] = previewDeposit(earning(terms), use).months
    expect((first?.interestMinor ?? 0n) + (second?.interestMinor ?? 0n)).toBe(minor)
    expectBooksToBalance(branch)
  },
)

test('[E4] tax is withheld from what is posted, and a product that books by the month does so on its last day', () => {
  const { branch, accountId } = openedWith({ accrual: 'monthly', withholdingTaxPercent: rate('15') }, 10_000_000n)
  liveThrough(branch, '2026-03-03', '2026-03-30')
  expect(ledgerMinor(branch, '5100')).toBe(0n)
  liveThrough(branch, '2026-03-31', '2026-03-31')
  // 30 days of 100,000.00 at 2 %: 16,438.4 cents, of which 15 % are 2,465.7.
  expect(ledgerMinor(branch, '5100')).toBe(16_438n)
  expect(ledgerMinor(branch, '2220')).toBe(-2_466n)
  expect(ledgerMinor(branch, '2210')).toBe(0n)
  expect(accountOf(branch, accountId).balanceMinor).toBe(10_000_000n + 16_438n - 2_466n)
  expectBooksToBalance(branch)
})

test('[E5] an overdrawn day is charged by itself: owed apart until the month ends, then from the account', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const overdraft = {
    limitMinor: 1_000_000n,
    annualPercent: rate('18'),
    principalAccount: '1270',
    receivableAccount: '1280',
    incomeAccount: '4120',
  }
  const accountId = openUnder(branch, clientId, plainCurrent({ overdraft, limits: {} }))
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 100_000n, currency: KES })
  branch.must('officer', { type: 'savings.withdraw', accountId, amountMinor: 600_000n, currency: KES }, 'manager')
  closeDay(branch)
  runNights(branch)
  expect(ledgerMinor(branch, '1280')).toBe(247n)
  expect(accountOf(branch, accountId).balanceMinor).toBe(-500_000n)
  liveThrough(branch, '2026-03-03', '2026-03-31')
  // 30 days of 5,000.00 at 18 %: 7,397.3 cents.
  expect(ledgerMinor(branch, '1280')).toBe(0n)
  expect(ledgerMinor(branch, '4120')).toBe(-7_397n)
  expect(accountOf(branch, accountId).balanceMinor).toBe(-507_397n)
  expectBooksToBalance(branch)
})

describe('[E2] dates that were not closed', () => {
  test('thirty at once are thirty nights, record for record', () => {
    const [nightly, late] = ['nightly', 'late'].map(() => makeBranch())
    if (!nightly || !late) throw new Error('two branches')
    const accounts = [nightly, late].map(branch => {
      const { accountId } = openForBusiness(branch)
      branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 1_234_567n, currency: KES })
      closeDay(branch)
      return accountId
    })
    runNights(nightly)
    liveThrough(nightly, '2026-03-03', '2026-04-01')
    openDay(late, '2026-04-01')
    closeDay(late)
    expect(runNights(late)).toBe(31)
    expect(closesOf(late)).toEqual(closesOf(nightly))
    expect(accountOf(late, accounts[1] ?? '')).toMatchObject({
      balanceMinor: accountOf(nightly, accounts[0] ?? '').balanceMinor,
    })
    expectBooksToBalance(nightly)
    expectBooksToBalance(late)
  })

  test('are over once a later day is opened, and not before', () => {
    const { branch } = openedWith({}, 1_000_000n)
    expect(runNights(branch)).toBe(0)
    openDay(branch, '2026-03-05')
    expect(runNights(branch)).toBe(2)
    expect(closesOf(branch).map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04'])
    expectBooksToBalance(branch)
  })
})

describe('[E12] what the close of a date books', () => {
  test('stands on that date, also when a later day is open and the account has moved in it', () => {
    const { branch, accountId } = openedWith({}, 1_000_000n)
    openDay(branch, '2026-03-04')
    branch.must('officer', { type: 'drawer.open', currency: KES, counted: [{ faceMinor: 100_000n, pieces: 20 }] })
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 5_000_000n, currency: KES })
    runNights(branch)
    const [, second] = closesOf(branch)
    expect(second).toMatchObject({ date: '2026-03-03', accounts: [{ interestMinor: 55n }] })
    const dates = branch.books.db
      .prepare("SELECT business_date FROM record WHERE type = 'close-of-business.ran' ORDER BY position")
      .pluck()
      .all()
    expect(dates).toEqual(['2026-03-02', '2026-03-03'])
    closeDay(branch)
    runNights(branch)
    // 60,000.00 at 2 % on the day of the deposit: 328.77 cents; 438.36 in all.
    expect(ledgerMinor(branch, '5100')).toBe(438n)
    expectBooksToBalance(branch)
  })
})
