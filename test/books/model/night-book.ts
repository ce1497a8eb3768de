import { addDays, type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'

/** What an account promises, in whole numbers: rates in hundredths of a percent a year of 365 days, amounts in minor units. */
export interface Promised {
  readonly method: 'daily' | 'average-daily' | 'minimum'
  readonly rate: bigint
  readonly taxPercent: bigint
  /** Under it nothing is earned. */
  readonly earnsFrom: bigint
  readonly bookedMonthly: boolean
  readonly minimum: bigint
  readonly monthlyFee: bigint
  readonly belowMinimumFee: bigint
  readonly overdraft: { readonly limit: bigint; readonly rate: bigint } | null
}

/** An account on a sheet of paper: a line for each thing that moved it, and what stands in the other books because of it. */
export interface Sheet {
  readonly promise: Promised
  readonly openedOn: BusinessDate
  readonly moved: { readonly date: BusinessDate; readonly amount: bigint }[]
  /** The first day whose interest is not posted yet. */
  postedTo: BusinessDate
  interestBooked: bigint
  overdraftBooked: bigint
  owed: bigint
}

/** Debits less credits of the accounts of the ledger that a night books to. */
export const others = {
  expense: '5100',
  payable: '2210',
  tax: '2220',
  fees: '4200',
  receivable: '1280',
  income: '4120',
}
export type Others = Record<keyof typeof others, bigint>

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)
const lowest = (amounts: readonly bigint[]): bigint => amounts.reduce((least, one) => (one < least ? one : least))
export const halfUp = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator)

export const balanceOf = ({ moved }: Sheet): bigint => sum(moved.map(({ amount }) => amount))
const closing = ({ moved }: Sheet, day: BusinessDate): bigint =>
  sum(moved.filter(({ date }) => date <= day).map(({ amount }) => amount))

export function days(from: BusinessDate, to: BusinessDate): readonly BusinessDate[] {
  const span: BusinessDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) span.push(day)
  return span
}

/** A year's part of a hundred hundredths of a percent. */
export const perYear = 365n * 10_000n

const counted = (sheet: Sheet, through: BusinessDate): readonly bigint[] =>
  days(sheet.postedTo, through).map(day => closing(sheet, day))

/** What every day since the last posting has earned, counted anew from its first day. */
function earned(sheet: Sheet, through: BusinessDate): bigint {
  const { method, rate, earnsFrom } = sheet.promise
  const balances = counted(sheet, through).map(one => (one > 0n ? one : 0n))
  if (balances.length === 0) return 0n
  const many = BigInt(balances.length)
  if (method === 'daily') return halfUp(sum(balances.filter(one => one >= earnsFrom)) * rate, perYear)
  const total = method === 'minimum' ? lowest(balances) * many : sum(balances)
  return total >= earnsFrom * many ? halfUp(total * rate, perYear) : 0n
}

function overdrawn(sheet: Sheet, through: BusinessDate): bigint {
  return halfUp(-sum(counted(sheet, through).filter(one => one < 0n)) * (sheet.promise.overdraft?.rate ?? 0n), perYear)
}

export const isMonthEnd = (date: BusinessDate): boolean => addDays(date, 1).endsWith('-01')

/** Posts what a period has earned and owes, with its tax. */
function post(sheet: Sheet, date: BusinessDate, books: Others): void {
  const tax = halfUp(sheet.interestBooked * sheet.promise.taxPercent, 100n)
  sheet.moved.push({ date, amount: sheet.interestBooked - tax - sheet.overdraftBooked })
  books.payable += sheet.interestBooked
  books.tax -= tax
  books.receivable -= sheet.overdraftBooked
  sheet.interestBooked = 0n
  sheet.overdraftBooked = 0n
  sheet.postedTo = addDays(date, 1)
}

function book(sheet: Sheet, through: BusinessDate, books: Others): void {
  const interest = earned(sheet, through) - sheet.interestBooked
  const overdraft = overdrawn(sheet, through) - sheet.overdraftBooked
  sheet.interestBooked += interest
  sheet.overdraftBooked += overdraft
  books.expense += interest
  books.payable -= interest
  books.receivable += overdraft
  books.income -= overdraft
}

/** Takes as much of a fee as was there on the date and still is; gives back what is missing. */
function take(sheet: Sheet, date: BusinessDate, asked: bigint, books: Others): bigint {
  const there = lowest([closing(sheet, date), balanceOf(sheet)])
  const taken = there <= 0n ? 0n : lowest([there, asked])
  if (taken > 0n) sheet.moved.push({ date, amount: -taken })
  books.fees -= taken
  return asked - taken
}

/** The day so many months after another, or the last one of its month. */
function monthsAfter(date: BusinessDate, months: number): BusinessDate {
  const first = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1))
  const month = first.toISOString().slice(0, 8)
  const start = businessDate(`${month}01`)
  let day = Number(date.slice(8))
  while (!addDays(start, day - 1).startsWith(month)) day--
  return addDays(start, day - 1)
}

function fee({ promise, openedOn, ...sheet }: Sheet, date: BusinessDate): bigint {
  for (let month = 1; ; month++) {
    const end = addDays(monthsAfter(openedOn, month), -1)
    if (end > date) return 0n
    if (end < date) continue
    const from = month === 1 ? openedOn : monthsAfter(openedOn, month - 1)
    const balances = days(from, date).map(day => closing({ promise, openedOn, ...sheet }, day))
    if (balances.every(one => one === 0n)) return 0n
    return promise.monthlyFee + (lowest(balances) < promise.minimum ? promise.belowMinimumFee : 0n)
  }
}

/** The night of a date: what is owed is taken, then the month's fees; interest is booked on what is left, and at a month's end posted. */
export function night(sheet: Sheet, date: BusinessDate, books: Others): void {
  sheet.owed = take(sheet, date, sheet.owed, books)
  sheet.owed += take(sheet, date, fee(sheet, date), books)
  if (!sheet.promise.bookedMonthly || isMonthEnd(date)) book(sheet, date, books)
  if (isMonthEnd(date)) post(sheet, date, books)
}

/** What closing the account on a day pays out: all of it, after its interest through the day before and what is owed. */
export function closeSheet(sheet: Sheet, date: BusinessDate, books: Others): bigint {
  book(sheet, addDays(date, -1), books)
  post(sheet, date, books)
  sheet.owed = take(sheet, date, sheet.owed, books)
  const left = balanceOf(sheet)
  sheet.moved.push({ date, amount: -left })
  return left
}
