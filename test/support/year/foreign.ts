import { addDays, type BusinessDate, daysBetween } from '../../../core/calendar/business-date.ts'
import { paidInCash } from '../../../core/foreign-exchange/counter-amounts.ts'
import type { DayRate } from '../../../core/foreign-exchange/day-rate.ts'
import type { PostJournal } from '../../../core/manual-journals/journal-commands.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { rate } from '../../../core/money/rate.ts'
import { rateOn } from '../../../core/storage/exchange-rates.ts'
import type { Branch } from '../branch.ts'
import { cashAt, closeTill, type Draw, openTill, vaultOf } from './till.ts'

/** Shillings of another country, which have no decimals, and dinars, which have three. */
export const foreign = ['UGX', 'TND'] as const

/** What they cost from a day on, in ten-thousandths: they wander. */
export function publishRates({ must }: Branch, draw: Draw, from: BusinessDate): void {
  const said = (parts: number) => rate(`${Math.floor(parts / 10_000)}.${String(parts % 10_000).padStart(4, '0')}`)
  for (const [currency, around] of [
    ['UGX', 350],
    ['TND', 421_300],
  ] as const) {
    const mid = around + draw(Math.floor(around / 10))
    const spread = Math.max(1, Math.floor(around / 100))
    must('head-office', {
      type: 'rate.publish',
      currency,
      from,
      buy: said(mid - spread),
      mid: said(mid),
      sell: said(mid + spread),
    })
  }
}

/** Clients sell and buy both currencies and change one into the other; what is not in the drawer is not sold. */
export function exchangeAll(branch: Branch, draw: Draw, date: BusinessDate): void {
  const tills = foreign.map(currency =>
    openTill(branch, 'officer', currency, cashAt(branch, vaultOf(branch), currency)),
  )
  for (let deals = 0; deals < 6; deals++) {
    const [from, into] = [
      ['UGX', 'KES'],
      ['TND', 'KES'],
      ['KES', 'UGX'],
      ['KES', 'TND'],
      ['UGX', 'TND'],
    ][draw(5)] as [CurrencyCode, CurrencyCode]
    const record = exchange(branch, date, { from, into, amountMinor: dealt(from, draw) })
    if (record && draw(12) === 0)
      branch.must('officer', { type: 'operation.reverse', record, reason: 'wrong-amount' }, 'manager')
  }
  for (const till of tills) closeTill(branch, till)
}

/** A few thousand shillings of either country, or some dinars. */
const dealt = (from: CurrencyCode, draw: Draw): bigint =>
  BigInt(from === 'TND' ? 6_000 + draw(90_000) : 60_000 + draw(900_000))

interface Deal {
  readonly from: CurrencyCode
  readonly into: CurrencyCode
  readonly amountMinor: bigint
}

function exchange({ books, currency: own, execute }: Branch, date: BusinessDate, { from, into, amountMinor }: Deal) {
  const rates = new Map<CurrencyCode, DayRate>()
  for (const currency of [from, into]) {
    const known = currency === own ? null : rateOn(books.db, currency, own, date)
    if (known) rates.set(currency, known)
  }
  const paidMinor = paidInCash(rates, { currency: from, amountMinor }, into)
  const done = execute('officer', { type: 'fx.exchange', currency: from, amountMinor, into, paidMinor }, 'manager')
  return done.ok ? done.value.record : null
}

/**
 * What the accountant books by hand, with the manager as second person, in both: a loan, fees that count from an earlier day of the
 * month, costs, and what the bank exchanged, in two pairs through suspense.
 */
export function bookByHand(
  { must }: Branch,
  draw: Draw,
  { date, firstDay }: Readonly<Record<'date' | 'firstDay', BusinessDate>>,
): void {
  const post = (purpose: PostJournal['purpose'], lines: PostJournal['lines'], valueDate = date): void => {
    must('accountant', { type: 'journal.post', purpose, lines, valueDate }, 'manager')
  }
  const pair = (debit: string, credit: string, currency: CurrencyCode, amountMinor: bigint): PostJournal['lines'] => [
    { account: debit, side: 'debit', currency, amountMinor },
    { account: credit, side: 'credit', currency, amountMinor },
  ]
  const shillings = BigInt(1 + draw(900_000))
  const dinars = BigInt(1 + draw(9_000_000))
  if (date === firstDay)
    post('borrowing', [...pair('1130', '2230', 'UGX', 500_000_000n), ...pair('1130', '2230', 'KES', 900_000_000n)])
  const daysBack = Math.min(draw(40), Number(date.slice(8)) - 1, daysBetween(firstDay, date))
  post('income', pair('1130', '4200', 'UGX', shillings), addDays(date, -daysBack))
  post('expense', pair('5400', '1130', 'TND', dinars))
  post('bank-transfer', [...pair('1130', '1380', 'TND', dinars * 2n), ...pair('1380', '1130', 'UGX', shillings)])
}
