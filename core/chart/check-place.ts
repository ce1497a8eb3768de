import { type Chart, chartDepthMax, depthOf } from '../ledger/chart.ts'
import type { LedgerAccountType } from '../ledger/ledger-account.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'

export interface Place {
  readonly type: LedgerAccountType
  readonly parent: string | undefined
  /** How many levels come with the account. */
  readonly height: number
}

/**
 * An account stands under an open header of its own type, and the chart stays readable. Refuses ledger-account-unknown,
 * ledger-account-not-header, ledger-account-closed, ledger-account-type-differs (all about the parent), chart-too-deep. Rule: G2.
 */
export function checkPlace(chart: Chart, { type, parent, height }: Place): Result<null, Refusal> {
  const header = parent === undefined ? undefined : chart.get(parent)
  if (parent !== undefined && !header) return refuse({ type: 'ledger-account-unknown', account: parent })
  if (header?.posting) return refuse({ type: 'ledger-account-not-header', account: header.code })
  if (header?.isClosed) return refuse({ type: 'ledger-account-closed', account: header.code })
  if (header && header.type !== type)
    return refuse({ type: 'ledger-account-type-differs', account: header.code, expected: header.type })
  const depth = (header ? depthOf(chart, header) : 0) + height
  return depth > chartDepthMax ? refuse({ type: 'chart-too-deep', depthMax: chartDepthMax }) : ok(null)
}
