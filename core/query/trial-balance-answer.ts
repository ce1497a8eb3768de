import type { Database } from 'better-sqlite3'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { Context } from '../decision/context.ts'
import { clockDate } from '../decision/days-of-context.ts'
import type { DateBasis } from '../journal/date-basis.ts'
import type { LedgerAccount } from '../ledger/ledger-account.ts'
import type { CurrencyCode } from '../money/currency.ts'
import { chartOf } from '../storage/chart.ts'
import { type LedgerTotals, ledgerTotals, ledgerTotalsAsOf } from '../storage/ledger-as-of.ts'
import { newestBusinessDate } from '../storage/reference.ts'
import { currencyOf } from '../storage/savings-accounts.ts'
import type { TrialBalanceAnswer, TrialBalanceRow } from './ledger-answers.ts'

/** Up to which day, inclusive, by which of a line's two days, and in one branch or all. */
export interface TrialBalanceAt {
  readonly asOf?: BusinessDate | undefined
  readonly basis: DateBasis
  readonly branchId?: string | undefined
}

/**
 * Every account that was posted to, with its turnover and its balance; as it stands, or as booked or counted up to a day. An account
 * that is not in the chart is a finding of the check, and is listed all the same: its lines are in the books. Rules: Q1, Q2.
 */
export function trialBalanceAnswer(db: Database, context: Context, at: TrialBalanceAt): TrialBalanceAnswer {
  const chart = chartOf(db)
  const today = clockDate(context)
  const newest = newestBusinessDate(db)
  const asOf = at.asOf ?? (newest && newest > today ? newest : today)
  const isWhole = at.asOf === undefined && at.branchId === undefined
  const rows = (
    isWhole ? ledgerTotals(db) : ledgerTotalsAsOf(db, { date: asOf, basis: at.basis, branchId: at.branchId })
  ).map(row => trialBalanceRow(row, chart.get(row.account)))
  return { asOf, rows, totals: totals(rows) }
}

function trialBalanceRow(
  { account, currency, debitMinor, creditMinor }: LedgerTotals,
  known: Pick<LedgerAccount, 'name' | 'type'> | undefined,
): TrialBalanceRow {
  const rawMinor = debitMinor - creditMinor
  return {
    account,
    name: known?.name ?? account,
    ...(known ? { type: known.type } : {}),
    currency: currencyOf(currency),
    debitMinor,
    creditMinor,
    debitBalanceMinor: rawMinor > 0n ? rawMinor : 0n,
    creditBalanceMinor: rawMinor < 0n ? -rawMinor : 0n,
  }
}

function totals(rows: readonly TrialBalanceRow[]): TrialBalanceAnswer['totals'] {
  const byCurrency = new Map<CurrencyCode, { debitMinor: bigint; creditMinor: bigint }>()
  for (const { currency, debitBalanceMinor, creditBalanceMinor } of rows) {
    const { debitMinor, creditMinor } = byCurrency.get(currency) ?? { debitMinor: 0n, creditMinor: 0n }
    byCurrency.set(currency, {
      debitMinor: debitMinor + debitBalanceMinor,
      creditMinor: creditMinor + creditBalanceMinor,
    })
  }
  return [...byCurrency].map(([currency, sums]) => ({ currency, ...sums }))
}
