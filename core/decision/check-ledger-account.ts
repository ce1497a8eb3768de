import type { Chart } from '../ledger/chart.ts'
import { isOfPosition } from '../ledger/posting-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'

/**
 * Whether a person may choose this account for a line: refuses ledger-account-unknown, ledger-account-is-header, ledger-account-closed,
 * ledger-account-controlled (it moves by its own verbs only, or it would no longer equal its sub-ledger, or the
 * position of a currency). `line` is the line's place,
 * where there are several.
 */
export function checkLedgerAccount(chart: Chart, account: string, line?: number): Result<null, Refusal> {
  const at = { account, ...(line === undefined ? {} : { line }) }
  const known = chart.get(account)
  if (!known) return refuse({ type: 'ledger-account-unknown', ...at })
  if (!known.posting) return refuse({ type: 'ledger-account-is-header', ...at })
  if (known.isClosed) return refuse({ type: 'ledger-account-closed', ...at })
  if (known.control || isOfPosition(account)) return refuse({ type: 'ledger-account-controlled', ...at })
  return ok(null)
}
