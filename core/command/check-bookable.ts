import type { Database } from 'better-sqlite3'
import { assert } from '../assert.ts'
import type { Decision } from '../decision/decision.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { postingState } from '../storage/chart.ts'

/**
 * What no verb may do, whatever it decided: book to a closed account (`ledger-account-closed`). Asserts that every line names a
 * posting account of the chart, since a verb takes its accounts from there. Rule: G3.
 */
export function checkBookable(db: Database, { entries }: Decision): Result<null, Refusal> {
  const accounts = new Set(entries.flatMap(({ lines }) => lines.map(({ account }) => account)))
  for (const account of accounts) {
    const state = postingState(db, account)
    assert(state !== null, `${account} is a posting account of the chart`)
    if (state === 'closed') return refuse({ type: 'ledger-account-closed', account })
  }
  return ok(null)
}
