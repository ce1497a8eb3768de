import type { Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import { periodOf } from '../calendar/period.ts'
import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Entry } from '../journal/record.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { postingState } from '../storage/chart.ts'

/**
 * What no verb may do, whatever it decided: book to a day of a closed period, or begin a day there (`period-closed`), or book to a closed
 * account (`ledger-account-closed`). Rules: G3, G11.
 */
export function checkBookable(
  db: Database,
  decision: Decision,
  context: Context,
  { booksIntoClosed }: { readonly booksIntoClosed?: true },
): Result<null, Refusal> {
  const inTime = booksIntoClosed ? ok(null) : checkPeriod(decision, context)
  return inTime.ok ? checkAccounts(db, decision.entries) : inTime
}

function checkPeriod(
  { type, entries, valueDate, bookingDate }: Decision,
  { businessDate, closedThrough }: Pick<Context, 'businessDate' | 'closedThrough'>,
): Result<null, Refusal> {
  if (closedThrough === null || (entries.length === 0 && type !== 'day.opened')) return ok(null)
  const days = [
    { field: 'businessDate', date: type === 'day.opened' ? valueDate : (bookingDate ?? businessDate) },
    { field: 'valueDate', date: valueDate },
  ] as const
  for (const { field, date } of days) {
    if (!date) continue
    const period = periodOf(date)
    if (period <= closedThrough) return refuse({ type: 'period-closed', period, field })
  }
  return ok(null)
}

/** Asserts that every line names a posting account of the chart: a verb takes its accounts from there. */
function checkAccounts(db: Database, entries: readonly Entry[]): Result<null, Refusal> {
  const accounts = new Set(entries.flatMap(({ lines }) => lines.map(({ account }) => account)))
  for (const account of accounts) {
    const state = postingState(db, account)
    assert(state !== null, `${account} is a posting account of the chart`)
    if (state === 'closed') return refuse({ type: 'ledger-account-closed', account })
  }
  return ok(null)
}
