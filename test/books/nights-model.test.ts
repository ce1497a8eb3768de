import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type BusinessDate, businessDate } from '../../core/calendar/business-date.ts'
import { rate } from '../../core/money/rate.ts'
import type { DepositProduct } from '../../core/products/deposit-product.ts'
import { type Branch, makeBranch, newClient } from '../support/branch.ts'
import { expectBooksToBalance } from '../support/check-books.ts'
import { accountOf, closeDay, ledgerMinor, openDay, runNights } from '../support/nights.ts'
import { openUnder, plainCurrent, templateProduct } from '../support/products.ts'
import { balanceOf, closeSheet, night, type Others, others, type Promised, type Sheet } from './model/night-book.ts'

const plain: Promised = {
  method: 'daily',
  rate: 450n,
  taxPercent: 15n,
  earnsFrom: 0n,
  bookedMonthly: false,
  minimum: 0n,
  monthlyFee: 0n,
  belowMinimumFee: 0n,
  overdraft: null,
}
const promises: readonly Promised[] = [
  plain,
  { ...plain, method: 'average-daily', earnsFrom: 200_000n, bookedMonthly: true },
  { ...plain, method: 'minimum', taxPercent: 0n, rate: 1_233n },
  { ...plain, rate: 25n, minimum: 100_000n, monthlyFee: 5_000n, belowMinimumFee: 10_000n },
  { ...plain, rate: 900n, monthlyFee: 5_000n, bookedMonthly: true },
  { ...plain, rate: 0n, taxPercent: 0n, monthlyFee: 15_000n, overdraft: { limit: 900_000n, rate: 1_800n } },
]

const percent = (hundredths: bigint) => rate(`${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`)

/** A product that promises this and nothing else. */
function productOf(promise: Promised): DepositProduct {
  const { interest } = templateProduct('passbook')
  if (!interest) throw new Error('passbook savings earn interest')
  const { monthlyFee, belowMinimumFee, overdraft } = promise
  return {
    ...plainCurrent({
      limits: {},
      dormancy: undefined,
      minimumBalanceMinor: promise.minimum,
      minimumOpeningMinor: promise.minimum,
    }),
    fees: {
      incomeAccount: others.fees,
      ...(monthlyFee > 0n ? { maintenancePerMonthMinor: monthlyFee } : {}),
      ...(belowMinimumFee > 0n ? { belowMinimumMinor: belowMinimumFee } : {}),
    },
    interest: {
      ...interest,
      rates: { type: 'whole', tiers: [{ fromMinor: 0n, annualPercent: percent(promise.rate) }] },
      balanceMethod: promise.method,
      compounding: 'at-posting',
      accrual: promise.bookedMonthly ? 'monthly' : 'daily',
      minimumBalanceMinor: promise.earnsFrom,
      ...(promise.taxPercent > 0n ? { withholdingTaxPercent: rate(String(promise.taxPercent)) } : {}),
    },
    ...(overdraft && {
      overdraft: {
        limitMinor: overdraft.limit,
        annualPercent: percent(overdraft.rate),
        principalAccount: '1270',
        receivableAccount: others.receivable,
        incomeAccount: others.income,
      },
    }),
  }
}

interface Day {
  readonly later: number
  /** The nights that are due are made up for before the day's operations, or after them. */
  readonly isLate: boolean
  readonly moves: readonly { readonly at: number; readonly amount: number; readonly isOut: boolean }[]
}

const histories: fc.Arbitrary<readonly Day[]> = fc.array(
  fc.record({
    later: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 20, max: 50 })),
    isLate: fc.boolean(),
    moves: fc.array(
      fc.record({ at: fc.nat(promises.length - 1), amount: fc.integer({ min: 1, max: 900_000 }), isOut: fc.boolean() }),
      { maxLength: 5 },
    ),
  }),
  { minLength: 3, maxLength: 8 },
)

const firstDay = '2026-03-02'

function beginning(): { readonly branch: Branch; readonly ids: readonly string[]; readonly sheets: readonly Sheet[] } {
  const branch = makeBranch()
  openDay(branch, firstDay)
  const { clientId = '' } = branch.must('officer', { type: 'client.register', client: newClient() }).created
  const ids = promises.map(promise => openUnder(branch, clientId, productOf(promise)))
  openTheDrawer(branch)
  const openedOn = businessDate(firstDay)
  const sheets = promises.map(
    (promise): Sheet => ({
      promise,
      openedOn,
      moved: [{ date: openedOn, amount: 300_000n }],
      postedTo: openedOn,
      interestBooked: 0n,
      overdraftBooked: 0n,
      owed: 0n,
    }),
  )
  for (const accountId of ids)
    branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 300_000n, currency: 'KES' })
  closeDay(branch)
  return { branch, ids, sheets }
}

const openTheDrawer = ({ must }: Branch) =>
  must('officer', { type: 'drawer.open', currency: 'KES', counted: [{ faceMinor: 100_000n, pieces: 200 }] })

/** One history beside the sheets, which are compared after each making up for nights, and once more when all accounts are closed. */
function live(history: readonly Day[]): void {
  const { branch, ids, sheets } = beginning()
  const books: Others = { expense: 0n, payable: 0n, tax: 0n, fees: 0n, receivable: 0n, income: 0n }
  let date: BusinessDate = businessDate(firstDay)
  let through = addDays(date, -1)
  const doNights = () => {
    runNights(branch)
    for (; through < addDays(date, -1); ) {
      through = addDays(through, 1)
      for (const sheet of sheets) night(sheet, through, books)
    }
    compare(branch, ids, sheets, books)
  }
  for (const { later, isLate, moves } of history) {
    date = addDays(date, later)
    openDay(branch, date)
    if (!isLate) doNights()
    openTheDrawer(branch)
    for (const { at, amount, isOut } of moves)
      move(branch, ids[at] ?? '', sheets[at], { date, amount: BigInt(amount), isOut })
    if (isLate) doNights()
    closeDay(branch)
  }
  date = addDays(date, 1)
  openDay(branch, date)
  doNights()
  openTheDrawer(branch)
  for (const [at, sheet] of sheets.entries()) closeOne(branch, ids[at] ?? '', sheet, { date, books })
  compare(branch, ids, sheets, books)
  expectBooksToBalance(branch)
  branch.books.close()
}

interface Move {
  readonly date: BusinessDate
  readonly amount: bigint
  readonly isOut: boolean
}

function move({ execute }: Branch, accountId: string, sheet: Sheet | undefined, { date, amount, isOut }: Move): void {
  if (!sheet) throw new Error('there is such an account')
  const { overdraft, minimum } = sheet.promise
  const isThere = balanceOf(sheet) - amount >= (overdraft ? -overdraft.limit : minimum)
  const type = isOut ? 'savings.withdraw' : 'savings.deposit'
  const result = execute('officer', { type, accountId, amountMinor: amount, currency: 'KES' })
  expect(result.ok).toBe(isOut ? isThere : balanceOf(sheet) !== 0n || amount >= minimum)
  if (result.ok) sheet.moved.push({ date, amount: isOut ? -amount : amount })
}

interface Closing {
  readonly date: BusinessDate
  readonly books: Others
}

/** What is overdrawn after its last interest is not closed, and nothing of it is booked. */
function closeOne({ execute }: Branch, accountId: string, sheet: Sheet, { date, books }: Closing): void {
  const tried = { sheet: { ...sheet, moved: [...sheet.moved] }, books: { ...books } }
  const left = closeSheet(tried.sheet, date, tried.books)
  const result = execute('officer', { type: 'savings.close', accountId, payout: { kind: 'drawer' } }, 'manager')
  expect(result.ok).toBe(left >= 0n)
  if (!result.ok) return
  Object.assign(sheet, tried.sheet)
  Object.assign(books, tried.books)
}

function compare(branch: Branch, ids: readonly string[], sheets: readonly Sheet[], books: Others): void {
  expect(ids.map(id => accountOf(branch, id)).map(one => [one.balanceMinor, one.feesOwedMinor])).toEqual(
    sheets.map(sheet => [balanceOf(sheet), sheet.owed]),
  )
  const stands = Object.fromEntries(Object.entries(others).map(([name, code]) => [name, ledgerMinor(branch, code)]))
  expect(stands).toEqual(books)
}

test('[E2][E3][E4][E5][E6][S21] forty histories of nights and closings go as a sheet of paper for each account says', () => {
  fc.assert(fc.property(histories, live), { seed: 2026, numRuns: 40, endOnFailure: true })
})
