import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { addDays, type BusinessDate, firstDayEver } from '../calendar/business-date.ts'
import type { DayRate } from '../foreign-exchange/day-rate.ts'
import type { Chart } from '../ledger/chart.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { cashFlowsBetween } from '../storage/cash-flows.ts'
import { chartOf } from '../storage/chart.ts'
import { rateOn } from '../storage/exchange-rates.ts'
import { type LedgerTotals, ledgerTotalsAsOf } from '../storage/ledger-as-of.ts'
import { branchRows, institutionRow } from '../storage/reference.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { type Span as ClosingSpan, carriedByClosings } from '../storage/years.ts'
import { balanceSheet, type Standing, unclosedResult } from './balance-sheet.ts'
import { cashAccounts, cashFlow, cashReconciliation } from './cash-flow.ts'
import { consolidated, isMoved } from './consolidate.ts'
import { percentOf, type RawByAccount } from './figures.ts'
import { incomeStatement } from './income-statement.ts'
import type { Span } from './span.ts'
import type { Days, StatementRequest } from './statement-request.ts'
import type { FigureName, FinancialStatement, SheetCheck, SheetRow, StatementSheet } from './statement-sheet.ts'
import { type Counted, trialBalance } from './trial-balance.ts'
import { yearStart } from './year-start.ts'

interface Reading {
  readonly db: Database
  readonly chart: Chart
  readonly request: StatementRequest
}

/**
 * A statement of the books as they are, worked out from the totals kept for each day; it changes nothing and keeps nothing. Refuses, in order:
 * statement-range (days that end before they begin), branch-unknown, rate-unknown for a currency that cannot be translated.
 */
export function readStatement(db: Database, request: StatementRequest): Result<FinancialStatement, Refusal> {
  const { kind, basis, branchId, without } = request
  const days = countedDays(db, request.days, without)
  const earlier = request.earlier && countedDays(db, request.earlier, without)
  for (const { from, to } of earlier ? [days, earlier] : [days])
    if (from && from > to) return refuse({ type: 'statement-range', from, to })
  const branch = branchId === undefined ? undefined : branchRows(db).find(row => row.branchId === branchId)
  if (branchId !== undefined && !branch) return refuse({ type: 'branch-unknown' })
  const reading = { db, chart: chartOf(db), request }
  const own = currencyOf(present(institutionRow(db), 'the institution is founded').currency)
  const now = readSpans(reading, days)
  const before = earlier && readSpans(reading, earlier)
  const statement = {
    kind,
    basis,
    days,
    yearFrom: yearStart(db, days.to),
    ...(earlier ? { earlier } : {}),
    ...(without ? { without } : {}),
    ...(branch ? { branch: { branchId: branch.branchId, code: branch.code, name: branch.name } } : {}),
  }
  if (request.isConsolidated) {
    const one = together(reading, own, now, days)
    if (!one.ok) return one
    const other = earlier && before && together(reading, own, before, earlier)
    if (other && !other.ok) return other
    const spans = { now: one.value.span, earlier: other?.value.span }
    return ok({ ...statement, rates: one.value.rates, sheets: [sheetOf(reading, own, spans)] })
  }
  const found = [...now.keys(), ...(before?.keys() ?? [])].filter(currency => currency !== own)
  const sheets = [own, ...new Set(found.toSorted())].map(currency =>
    sheetOf(reading, currency, {
      now: now.get(currency) ?? nothingIn(days),
      earlier: earlier && (before?.get(currency) ?? nothingIn(earlier)),
    }),
  )
  return ok({ ...statement, sheets })
}

/** All currencies in the institution's own, at the middle rates of the last day. Refuses rate-unknown for one without a rate. */
function together(
  { db }: Reading,
  own: CurrencyCode,
  spans: ReadonlyMap<CurrencyCode, Span>,
  days: Days,
): Result<{ readonly span: Span; readonly rates: readonly DayRate[] }, Refusal> {
  const rates = new Map<CurrencyCode, DayRate>()
  for (const [currency, span] of spans) {
    if (currency === own || !isMoved(span)) continue
    const rate = rateOn(db, currency, own, days.to)
    if (!rate) return refuse({ type: 'rate-unknown', currency })
    rates.set(currency, rate)
  }
  return ok({ span: consolidated(spans, own, rates, days), rates: [...rates.values()] })
}

interface Compared {
  readonly now: Span
  readonly earlier: Span | undefined
}

type Built = { readonly rows: readonly SheetRow[]; readonly checks: readonly SheetCheck[] }

function sheetOf(reading: Reading, currency: CurrencyCode, spans: Compared): StatementSheet {
  const { rows, checks } = build(reading, currency, spans)
  const withPercent = rows.map(row => {
    const changePercent = percentOf(row.figures)
    return changePercent === undefined ? row : { ...row, changePercent }
  })
  return { currency, columns: columnsOf(reading.request), rows: withPercent, checks }
}

function build({ db, chart, request }: Reading, currency: CurrencyCode, { now, earlier }: Compared): Built {
  switch (request.kind) {
    case 'trial-balance':
      return trialBalance(chart, now.counted, earlier?.balances)
    case 'balance-sheet':
      return balanceSheet(chart, standingOf(now), earlier && standingOf(earlier))
    case 'income-statement':
      return { rows: incomeStatement(chart, now.movements, earlier?.movements), checks: [] }
    case 'cash-flow': {
      const flows = ({ days }: Span): RawByAccount =>
        cashFlowsBetween(db, {
          cashAccounts: cashAccounts(chart),
          currency,
          branchId: request.branchId,
          basis: request.basis,
          from: days.from,
          to: days.to,
        })
      const moved = (span: Span) => ({ ...cashEnds(chart, span), flows: flows(span) })
      return cashFlow(chart, moved(now), earlier && moved(earlier))
    }
    case 'cash-reconciliation': {
      const moved = (span: Span) => ({ ...cashEnds(chart, span), movements: span.movements })
      return cashReconciliation(chart, moved(now), earlier && moved(earlier))
    }
  }
}

function columnsOf({ kind, earlier }: StatementRequest): readonly FigureName[] {
  const compared: readonly FigureName[] = earlier ? ['earlier', 'difference'] : []
  return kind === 'trial-balance'
    ? ['opening', 'debits', 'credits', 'debit', 'credit', ...compared]
    : ['amount', ...compared]
}

const standingOf = ({ balances, currentResultMinor, translationMinor }: Span): Standing => ({
  balances,
  currentResultMinor,
  ...(translationMinor === undefined ? {} : { translationMinor }),
})

function cashEnds(chart: Chart, { counted, balances }: Span) {
  const cash = cashAccounts(chart)
  const sum = (of: (code: string) => bigint | undefined): bigint =>
    cash.reduce((total, code) => total + (of(code) ?? 0n), 0n)
  return { openingMinor: sum(code => counted.get(code)?.openingMinor), closingMinor: sum(code => balances.get(code)) }
}

const nothingIn = (days: Days): Span => ({
  days,
  counted: new Map(),
  movements: new Map(),
  balances: new Map(),
  currentResultMinor: 0n,
})

/** A result counts from a day that is nobody's choice. */
function countedDays(db: Database, days: Days, without: StatementRequest['without']): Days {
  if (without === 'other-years') return { from: yearStart(db, days.to), to: days.to }
  return without === 'this-year' ? { to: days.to } : days
}

/** The books of each currency that has any, in a span of days. */
function readSpans(reading: Reading, days: Days): ReadonlyMap<CurrencyCode, Span> {
  const yearFrom = yearStart(reading.db, days.to)
  const closing = standingTotals(reading, yearFrom, days.to)
  const opening =
    days.from === undefined || days.from === firstDayEver
      ? new Map()
      : standingTotals(reading, yearFrom, addDays(days.from, -1))
  const atYearStart = totalsBefore(reading, yearFrom)
  const carried = carriedIn(reading, { from: days.from ?? firstDayEver, to: days.to })
  const ofEarlierYears = carriedIn(reading, { from: yearFrom, to: days.to, before: yearFrom })
  const currencies = [...new Set([...closing.values()].map(({ currency }) => currencyOf(currency)))]
  return new Map(
    currencies.map(currency => {
      const own = [...closing.values()].filter(total => total.currency === currency)
      const rawSince = (...before: readonly Totals[]): RawByAccount =>
        new Map(
          own.map(total => [
            total.account,
            before.reduce((rawMinor, totals) => rawMinor - rawOf(totals.get(nameOf(total))), rawOf(total)),
          ]),
        )
      const ofThisYear = rawSince(atYearStart, ofEarlierYears)
      const span = {
        days,
        counted: new Map(own.map(total => [total.account, countedOf(total, opening.get(nameOf(total)))])),
        movements: movementsOf(reading.request, rawSince, { opening, carried, ofThisYear }),
        balances: rawSince(),
        currentResultMinor: unclosedResult(reading.chart, ofThisYear),
      }
      return [currency, span]
    }),
  )
}

/** What moved in the span without closings; or what counts to one of the two results of a balance sheet, with them. Rules: T2, G14. */
function movementsOf(
  { without }: StatementRequest,
  rawSince: (...before: readonly Totals[]) => RawByAccount,
  { opening, carried, ofThisYear }: { opening: Totals; carried: Totals; ofThisYear: RawByAccount },
): RawByAccount {
  if (without === 'other-years') return ofThisYear
  if (without !== 'this-year') return rawSince(opening, carried)
  return new Map([...rawSince()].map(([account, rawMinor]) => [account, rawMinor - (ofThisYear.get(account) ?? 0n)]))
}

type Totals = ReadonlyMap<string, LedgerTotals>

const nameOf = ({ account, currency }: LedgerTotals): string => `${account}/${currency}`
const rawOf = (total: LedgerTotals | undefined): bigint => (total ? total.debitMinor - total.creditMinor : 0n)

const countedOf = (closing: LedgerTotals, opening: LedgerTotals | undefined): Counted => ({
  openingMinor: rawOf(opening),
  debitMinor: closing.debitMinor - (opening?.debitMinor ?? 0n),
  creditMinor: closing.creditMinor - (opening?.creditMinor ?? 0n),
})

const totalsUpTo = ({ db, request: { basis, branchId } }: Reading, date: BusinessDate): Totals =>
  new Map(ledgerTotalsAsOf(db, { date, basis, branchId }).map(total => [nameOf(total), total]))

const totalsBefore = (reading: Reading, date: BusinessDate): Totals =>
  date === firstDayEver ? new Map() : totalsUpTo(reading, addDays(date, -1))

/** What stands at the end of a day; before the year's closing, where that is asked for, without what it carried. Rule: G14. */
function standingTotals(reading: Reading, yearFrom: BusinessDate, date: BusinessDate): Totals {
  const totals = totalsUpTo(reading, date)
  if (reading.request.without !== 'year-closing' || date < yearFrom) return totals
  const carried = carriedIn(reading, { from: yearFrom, to: date })
  return new Map([...totals].map(([name, total]) => [name, lessTotal(total, carried.get(name))]))
}

const lessTotal = (total: LedgerTotals, less: LedgerTotals | undefined): LedgerTotals =>
  less
    ? { ...total, debitMinor: total.debitMinor - less.debitMinor, creditMinor: total.creditMinor - less.creditMinor }
    : total

type CarriedSpan = Pick<ClosingSpan, 'from' | 'to' | 'before'>

/** What closings of years carried in a span: it moved neither income nor expenses. Rule: G14. */
const carriedIn = ({ db, request: { basis, branchId } }: Reading, span: CarriedSpan): Totals =>
  new Map(carriedByClosings(db, { ...span, basis, branchId }).map(total => [nameOf(total), total]))
