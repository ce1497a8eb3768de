import type { Context } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { type Chart, type ChartAccount, childrenOf, heightOf, isWithin } from '../ledger/chart.ts'
import { isProgramsOwn } from '../ledger/posting-accounts.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { ChangeLedgerAccount } from './chart-commands.ts'
import { checkPlace } from './check-place.ts'

export interface ChartChangeState {
  readonly chart: Chart
  /** Something of the account is not zero: a balance of a currency and branch, or what is held there. */
  readonly hasBalance: boolean
  /** A product books to it, in any of its versions. */
  readonly isOfProduct: boolean
}

/**
 * Renames an account, moves it under another header, closes it or opens it again; the versions before stay readable. Refuses
 * ledger-account-unknown, ledger-account-in-use (closing what still works), then what `checkPlace` refuses of the place where it
 * will stand. Rules: G1, G2, G3.
 */
export function changeLedgerAccount(
  state: ChartChangeState,
  { code, name, parent, isClosed }: ChangeLedgerAccount,
  _context: Context,
): Result<Decision, Refusal> {
  const { chart } = state
  const account = chart.get(code)
  if (!account) return refuse({ type: 'ledger-account-unknown', account: code })
  const use = isClosed && !account.isClosed ? whatKeepsOpen(state, account) : null
  if (use) return refuse({ type: 'ledger-account-in-use', account: code, use })
  if (parent !== undefined && isWithin(chart, parent, code))
    return refuse({ type: 'ledger-account-below-itself', account: code })
  const stands = parent ?? account.parent
  const isPlacedAnew = parent !== undefined || (account.isClosed && isClosed === false)
  const place = isPlacedAnew
    ? checkPlace(chart, { type: account.type, parent: stands, height: heightOf(chart, code) })
    : ok(null)
  if (!place.ok) return place
  return ok({
    type: 'chart.account-changed',
    class: 'decision',
    entries: [],
    body: {
      code,
      version: account.version + 1,
      name: name ?? account.name,
      parent: stands,
      isClosed: isClosed ?? account.isClosed,
    },
    isReference: true,
  })
}

/** What keeps an account open: the program posts to it, a product's accounts stand behind it, it has a balance, or open accounts stand under it. */
function whatKeepsOpen(
  { chart, hasBalance, isOfProduct }: ChartChangeState,
  { code }: ChartAccount,
): 'program' | 'product' | 'balance' | 'open-accounts' | null {
  if (isProgramsOwn(code)) return 'program'
  if (isOfProduct) return 'product'
  if (hasBalance) return 'balance'
  return childrenOf(chart, code).some(child => !child.isClosed) ? 'open-accounts' : null
}
