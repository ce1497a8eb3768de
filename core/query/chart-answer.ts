import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { DateBasis } from '../journal/date-basis.ts'
import { type Chart, type ChartAccount, depthOf, inTreeOrder } from '../ledger/chart.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { accountVersions, chartOf, ledgerBalances } from '../storage/chart.ts'
import { branchTotalsAsOf } from '../storage/ledger-as-of.ts'
import { branchRows } from '../storage/reference.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import type { ChartRow, LedgerAccountAnswer, LedgerBalanceAnswer, LedgerCounters } from './ledger-answers.ts'

const chartRow = (chart: Chart, account: ChartAccount): ChartRow => ({ ...account, depth: depthOf(chart, account) })

/** The whole chart as a tree, each header before what stands under it. */
export function chartAnswer(db: Database): readonly ChartRow[] {
  const chart = chartOf(db)
  return inTreeOrder(chart).map(account => chartRow(chart, account))
}

/** One account with everything it ever was, and its counters in each branch and currency. */
export function ledgerAccountAnswer(db: Database, code: string): Result<LedgerAccountAnswer, Refusal> {
  const chart = chartOf(db)
  const account = chart.get(code)
  if (!account) return refuse({ type: 'ledger-account-unknown', account: code })
  const versions = accountVersions(db, code).map(row => ({
    version: row.version,
    name: row.name,
    isClosed: row.closed === 1,
    actorName: row.actorName ?? '',
    recordedAt: row.recordedAt,
    record: { log: row.logId, seq: row.seq },
    ...(row.parent === null ? {} : { parent: row.parent }),
  }))
  return ok({ ...chartRow(chart, account), versions, balances: counters(db, code) })
}

function counters(db: Database, code: string): readonly LedgerCounters[] {
  const branches = branchRows(db)
  return ledgerBalances(db, code).map(
    ({ branch, currency, debitMinor, creditMinor, pendingDebitMinor, pendingCreditMinor }) => ({
      branchId: branch,
      branchName: branches.find(({ branchId }) => branchId === branch)?.name ?? '',
      currency: currencyOf(currency),
      debitMinor,
      creditMinor,
      pendingDebitMinor,
      pendingCreditMinor,
    }),
  )
}

/** What an account had at the end of a day, as booked or as counted, in each branch and currency. Refuses `ledger-account-unknown`. Rule: Q1. */
export function ledgerBalanceAnswer(
  db: Database,
  { code, asOf, basis }: { readonly code: string; readonly asOf: BusinessDate; readonly basis: DateBasis },
): Result<LedgerBalanceAnswer, Refusal> {
  if (!chartOf(db).has(code)) return refuse({ type: 'ledger-account-unknown', account: code })
  const totals = branchTotalsAsOf(db, { date: asOf, basis, account: code })
  const balances = branchRows(db).flatMap(({ branchId, name }) =>
    totals
      .filter(total => total.branchId === branchId)
      .map(({ currency, debitMinor, creditMinor }) => ({
        branchId,
        branchName: name,
        currency: currencyOf(currency),
        debitMinor,
        creditMinor,
      })),
  )
  return ok({ asOf, balances })
}
