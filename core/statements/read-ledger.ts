import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { addDays, type BusinessDate, businessDate, firstDayEver, lastDayEver } from '../calendar/business-date.ts'
import type { LedgerPlace } from '../journal/ledger-place.ts'
import { naturalMinor } from '../ledger/ledger-account.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { cashFlowAgainst } from '../storage/cash-flows.ts'
import { chartOf } from '../storage/chart.ts'
import { reversedTypeOf } from '../storage/corrections.ts'
import { type LedgerTotals, ledgerTotals, ledgerTotalsAsOf } from '../storage/ledger-as-of.ts'
import { type LedgerRange, ledgerLinesBefore, type PlacedLine, rawOnDayBefore } from '../storage/ledger-lines.ts'
import { branchRows, institutionRow } from '../storage/reference.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import { subAccountOwner } from '../storage/sub-account-owner.ts'
import { cashAccounts } from './cash-flow.ts'
import type { LedgerLineRow, LedgerPage, LedgerSums } from './ledger-page.ts'
import type { LedgerRequest } from './ledger-request.ts'

interface Page {
  readonly before?: LedgerPlace | undefined
  readonly limit: number
}

/** Turns a raw balance to the side on which people expect the account's. */
type Side = (rawMinor: bigint) => bigint

/**
 * A ledger account's lines, newest first, each with the balance after it; every line stands on one page. Refuses, in order: statement-range,
 * branch-unknown, ledger-account-unknown (neither in the chart nor posted to). Rules: T7, T8.
 */
export function readLedger(db: Database, request: LedgerRequest, page: Page): Result<LedgerPage, Refusal> {
  const { account, branchId, basis, from, to, through } = request
  if (from && to && from > to) return refuse({ type: 'statement-range', from, to })
  const branches = new Map(branchRows(db).map(({ branchId: id, code }) => [id, code]))
  if (branchId !== undefined && !branches.has(branchId)) return refuse({ type: 'branch-unknown' })
  const chart = chartOf(db)
  const known = chart.get(account)
  const currencies = ledgerTotals(db).flatMap(total => (total.account === account ? [currencyOf(total.currency)] : []))
  if (!known && currencies.length === 0) return refuse({ type: 'ledger-account-unknown', account })
  const own = currencyOf(present(institutionRow(db), 'the institution is founded').currency)
  const currency = request.currency ?? (currencies.includes(own) ? own : (currencies[0] ?? own))
  const besides = through && cashAccounts(chart)
  const range = { account, currency, branchId, basis, from, to, besides }
  const side: Side = rawMinor => (known ? naturalMinor(known.type, rawMinor) : rawMinor)
  const lines = ledgerLinesBefore(db, range, { before: page.before, limit: page.limit + 1 })
  const shown = lines.slice(0, page.limit)
  const last = shown.at(-1)
  const balances = besides ? [] : balancesAfter(db, range, shown)
  return ok({
    account,
    name: known?.name ?? account,
    currency,
    currencies,
    rows: shown.map((line, place) => ({
      ...rowOf(db, line, branches.get(line.branch) ?? ''),
      ...(balances[place] === undefined ? {} : { balanceMinor: side(balances[place]) }),
    })),
    ...(known ? { type: known.type } : {}),
    ...(besides ? { flowMinor: flowOf(db, range, besides) } : { sums: sumsOf(db, range, side) }),
    ...(lines.length > page.limit && last ? { next: last.place } : {}),
  })
}

function rowOf(db: Database, line: PlacedLine, branchCode: string): LedgerLineRow {
  const { amountMinor, subAccount, receipt } = line
  const owner = subAccount === null ? null : subAccountOwner(db, subAccount)
  const reversedType = line.type === 'operation.reversed' ? reversedTypeOf(db, line.position) : null
  return {
    place: line.place,
    record: { log: line.logId, seq: line.seq },
    type: line.type,
    bookingDate: businessDate(line.bookingDate),
    valueDate: businessDate(line.valueDate),
    branchCode,
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

function sumsOf(db: Database, range: LedgerRange, side: Side): LedgerSums {
  const opening = totalBefore(db, range, range.from)
  const closing = totalUpTo(db, range, range.to ?? lastDayEver)
  return {
    openingMinor: side(rawOf(opening)),
    debitMinor: closing.debitMinor - opening.debitMinor,
    creditMinor: closing.creditMinor - opening.creditMinor,
    closingMinor: side(rawOf(closing)),
  }
}

type Total = Pick<LedgerTotals, 'debitMinor' | 'creditMinor'>
const nothing: Total = { debitMinor: 0n, creditMinor: 0n }
const rawOf = ({ debitMinor, creditMinor }: Total): bigint => debitMinor - creditMinor

const totalUpTo = (db: Database, { account, currency, basis, branchId }: LedgerRange, date: BusinessDate): Total =>
  ledgerTotalsAsOf(db, { date, basis, branchId, account }).find(total => total.currency === currency) ?? nothing

const totalBefore = (db: Database, range: LedgerRange, date: BusinessDate | undefined): Total =>
  date === undefined || date === firstDayEver ? nothing : totalUpTo(db, range, addDays(date, -1))
