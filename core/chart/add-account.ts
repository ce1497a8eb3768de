import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import type { Chart } from '../ledger/chart.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { AddLedgerAccount } from './chart-commands.ts'
import { checkPlace } from './check-place.ts'

/** Puts a new account into the chart, for good. Refuses ledger-code-taken, then what `checkPlace` refuses. Rules: G1, G2. */
export function addLedgerAccount(
  chart: Chart,
  { code, name, accountType, parent, posting, control }: AddLedgerAccount,
  _context: Context,
): Result<Decision, Refusal> {
  if (chart.has(code)) return refuse({ type: 'ledger-code-taken', account: code })
  const place = checkPlace(chart, { type: accountType, parent, height: 1 })
  if (!place.ok) return place
  return ok({
    type: 'chart.account-added',
    class: 'decision',
    entries: [],
    body: { code, name, type: accountType, parent, posting, control },
    isReference: true,
  })
}
