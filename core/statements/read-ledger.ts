import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { addDays, type BusinessDate, businessDate, firstDayEver, lastDayEver } from '../calendar/business-date.ts'
import type { LedgerPlace } from '../journal/ledger-place.ts'
import type { Chart } from '../ledger/chart.ts'
import { type LedgerAccountType, naturalMinor } from '../ledger/ledger-account.ts'
import { sumMinor } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { cashFlowAgainst } from '../storage/cash-flows.ts'
import { chartOf } from '../storage/chart.ts'
import { reversedTypeOf } from '../storage/corrections.ts'
import { type LedgerTotals, ledgerTotals, ledgerTotalsAsOf } from '../storage/ledger-as-of.ts'
import { journalLinesBefore, type LedgerRange, type PlacedLine, rawOnDayBefore } from '../storage/ledger-lines.ts'
import { branchRows, institutionRow, newestBusinessDate } from '../storage/reference.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { subAccountOwner } from '../storage/sub-account-owner.ts'
import { carriedByClosings } from '../storage/years.ts'
import { cashAccounts } from './cash-flow.ts'
import type { LedgerLineRow, LedgerPage, LedgerSums } from './ledger-page.ts'
import type { LedgerRequest } from './ledger-request.ts'
import { yearStart } from './year-start.ts'

interface Page {
  readonly before?: LedgerPlace | undefined
  readonly limit: number
}

/**
 * A ledger account's lines, newest first, each with the balance after it, or those of all accounts, which is the journal; every line stands
 * on one page. Refuses, in order: statement-range, branch-unknown, ledger-account-unknown (neither in the chart nor posted to). Rules: T7, T8, T19.
 */
export function readLedger(db: Database, request: LedgerRequest, page: Page): Result<LedgerPage, Refusal> {
  const { account, branchId, basis, from, to } = request
  if (from && to && from > to) return refuse({ type: 'statement-range', from, to })
  const branches = new Map(branchRows(db).map(({ branchId: id, code }) => [id, code]))
  if (branchId !== undefined && !branches.has(branchId)) return refuse({ type: 'branch-unknown' })
  const chart = chartOf(db)
  const totals = ledgerTotals(db).filter(total => account === undefined || total.account === account)
  if (account !== undefined && !chart.has(account) && totals.length === 0)
    return refuse({ type: 'ledger-account-unknown', account })
  const currencies = [...new Set(totals.map(total => currencyOf(total.currency)))]
  const own = currencyOf(present(institutionRow(db), 'the institution is founded').currency)
  const currency = request.currency ?? (currencies.includes(own) ? own : (currencies[0] ?? own))
  const besides = request.through && cashAccounts(chart)
  const { without } = request
  const yearFrom = yearStart(db, to ?? newestBusinessDate(db) ?? firstDayEver)
  const range = { currency, branchId, basis, from, to, besides, without, yearFrom }
  const accounts = totals.flatMap(total => (total.currency === currency ? [total.account] : []))
  const lines = journalLinesBefore(db, accounts, range, { before: page.before, limit: page.limit + 1 })
  const shown = lines.slice(0, page.limit)
  const last = shown.at(-1)
  const of = account === undefined ? null : accountIn(chart, account)
  const balances = of && !besides && !without ? balancesAfter(db, { ...range, account: of.code }, shown) : []
  return ok({
    currency,
    currencies,
    rows: shown.map((line, place) => ({
      ...rowOf(db, line),
      account: { code: line.account, name: chart.get(line.account)?.name ?? line.account },
      branchCode: branches.get(line.branch) ?? '',
      ...(of && balances[place] !== undefined ? { balanceMinor: of.side(balances[place]) } : {}),
    })),
    ...(of ? { account: { code: of.code, name: of.name }, ...(of.type ? { type: of.type } : {}) } : {}),
    ...figuresOf(db, range, of),
    ...(lines.length > page.limit && last ? { next: last.place } : {}),
  })
}

interface AskedAccount {
  readonly code: string
  readonly name: string
  /** Absent for one that is not in the chart. */
  readonly type?: LedgerAccountType
  /** Turns a raw balance to the side on which people expect it. */
  readonly side: (rawMinor: bigint) => bigint
}

function accountIn(chart: Chart, code: string): AskedAccount {
  const known = chart.get(code)
  if (!known) return { code, name: code, side: rawMinor => rawMinor }
  const { name, type } = known
  return { code, name, type, side: rawMinor => naturalMinor(type, rawMinor) }
}

type Scope = Omit<LedgerRange, 'account'>

/** What stands above the lines: what the account stood at and stands at, what moved cash against it, or what was debited and credited. */
function figuresOf(
  db: Database,
  scope: Scope,
  of: AskedAccount | null,
): Pick<LedgerPage, 'sums' | 'flowMinor' | 'turnover'> {
  const { besides, without } = scope
  if (of && besides) return { flowMinor: flowOf(db, { ...scope, account: of.code }, besides) }
  if (of && (without === undefined || without === 'year-closing'))
    return { sums: sumsOf(db, { ...scope, account: of.code }, of.side) }
  return besides ? {} : { turnover: turnoverOf(db, scope, of?.code) }
}

function rowOf(db: Database, line: PlacedLine): Omit<LedgerLineRow, 'account' | 'branchCode'> {
  const { amountMinor, subAccount, receipt } = line
  const owner = subAccount === null ? null : subAccountOwner(db, subAccount)
  const reversedType = line.type === 'operation.reversed' ? reversedTypeOf(db, line.position) : null
  return {
    place: line.place,
    record: { log: line.logId, seq: line.seq },
    deviceCode: line.deviceCode,
    type: line.type,
    bookingDate: businessDate(line.bookingDate),
    valueDate: businessDate(line.valueDate),
    debitMinor: amountMinor > 0n ? amountMinor : 0n,
    creditMinor: amountMinor < 0n ? -amountMinor : 0n,
    ...(receipt === null ? {} : { receipt }),
    ...(owner ? { owner } : {}),
    ...(reversedType ? { reversedType } : {}),
  }
}

/** The raw balance after each line: what the account had before the oldest of them, and from there line by line. */
function balancesAfter(db: Database, range: LedgerRange, lines: readonly PlacedLine[]): readonly bigint[] {
  const oldest = lines.at(-1)
  if (!oldest) return []
  let balanceMinor = rawOf(totalBefore(db, range, oldest.place.date)) + rawOnDayBefore(db, range, oldest.place)
  return lines
    .toReversed()
    .map(({ amountMinor }) => {
      balanceMinor += amountMinor
      return balanceMinor
    })
    .toReversed()
}

const flowOf = (db: Database, { account, to, ...range }: LedgerRange, cash: readonly string[]): bigint =>
  cash.includes(account) ? 0n : cashFlowAgainst(db, { ...range, cashAccounts: cash, to: to ?? lastDayEver }, account)

function sumsOf(db: Database, range: LedgerRange, side: AskedAccount['side']): LedgerSums {
  const last = range.to ?? lastDayEver
  const standing = (date: BusinessDate): Total => less(totalUpTo(db, range, date), carriedUpTo(db, range, date))
  const opening = range.from === undefined || range.from === firstDayEver ? nothing : standing(addDays(range.from, -1))
  const closing = standing(last)
  return {
    openingMinor: side(rawOf(opening)),
    debitMinor: closing.debitMinor - opening.debitMinor,
    creditMinor: closing.creditMinor - opening.creditMinor,
    closingMinor: side(rawOf(closing)),
  }
}

/** What the closing of the year carried up to a day, where it is left out; nothing where it is not. */
function carriedUpTo(
  db: Database,
  { account, currency, basis, branchId, without, yearFrom }: LedgerRange,
  to: BusinessDate,
): Total {
  if (without !== 'year-closing' || to < yearFrom) return nothing
  const carried = carriedByClosings(db, { from: yearFrom, to, basis, branchId })
  return carried.find(total => total.account === account && total.currency === currency) ?? nothing
}

/** Debits and credits of an account or of all: what is counted up to a day, less what is left out of it. */
function turnoverOf(db: Database, scope: Scope, account: string | undefined): NonNullable<LedgerPage['turnover']> {
  const { counted, leftOut } = turnoverParts(db, scope, account)
  const sum = (totals: readonly LedgerTotals[], of: 'debitMinor' | 'creditMinor'): bigint =>
    sumMinor(
      totals
        .filter(total => total.currency === scope.currency && (account === undefined || total.account === account))
        .map(total => total[of]),
    )
  const between = (of: 'debitMinor' | 'creditMinor'): bigint => sum(counted, of) - sum(leftOut, of)
  return { debitMinor: between('debitMinor'), creditMinor: between('creditMinor') }
}

interface TurnoverParts {
  readonly counted: readonly LedgerTotals[]
  readonly leftOut: readonly LedgerTotals[]
}

function turnoverParts(db: Database, scope: Scope, account: string | undefined): TurnoverParts {
  const { basis, branchId, from = firstDayEver, to = lastDayEver, without, yearFrom } = scope
  const upTo = (date: BusinessDate): readonly LedgerTotals[] => ledgerTotalsAsOf(db, { date, basis, branchId, account })
  const before = (date: BusinessDate): readonly LedgerTotals[] => (date === firstDayEver ? [] : upTo(addDays(date, -1)))
  const carried = (since: BusinessDate) => carriedByClosings(db, { from: since, to, basis, branchId })
  const ofEarlierYears = carriedByClosings(db, { from: yearFrom, to, basis, branchId, before: yearFrom })
  switch (without) {
    case 'closings':
      return { counted: upTo(to), leftOut: [...before(from), ...carried(from)] }
    case 'year-closing':
      return { counted: upTo(to), leftOut: [...before(from), ...carried(from > yearFrom ? from : yearFrom)] }
    case 'other-years':
      return { counted: upTo(to), leftOut: [...before(yearFrom), ...ofEarlierYears] }
    case 'this-year':
      return { counted: [...before(yearFrom), ...ofEarlierYears], leftOut: [] }
    case undefined:
      return { counted: upTo(to), leftOut: before(from) }
  }
}

type Total = Pick<LedgerTotals, 'debitMinor' | 'creditMinor'>
const nothing: Total = { debitMinor: 0n, creditMinor: 0n }
const less = (total: Total, leftOut: Total): Total => ({
  debitMinor: total.debitMinor - leftOut.debitMinor,
  creditMinor: total.creditMinor - leftOut.creditMinor,
})
const rawOf = ({ debitMinor, creditMinor }: Total): bigint => debitMinor - creditMinor

const totalUpTo = (db: Database, { account, currency, basis, branchId }: LedgerRange, date: BusinessDate): Total =>
  ledgerTotalsAsOf(db, { date, basis, branchId, account }).find(total => total.currency === currency) ?? nothing

const totalBefore = (db: Database, range: LedgerRange, date: BusinessDate | undefined): Total =>
  date === undefined || date === firstDayEver ? nothing : totalUpTo(db, range, addDays(date, -1))
