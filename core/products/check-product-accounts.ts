import type { Chart } from '../ledger/chart.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Product } from './product.ts'
import { accountsOf, type ProductAccount } from './product-accounts.ts'

/** Whether everything that a product books to is there and fit for it; refuses the first thing that stands against it. Rules: P4, P9. */
export function checkProductAccounts(chart: Chart, product: Product): Result<null, Refusal> {
  for (const account of accountsOf(product)) {
    const booked = checkAccount(chart, account)
    if (!booked.ok) return booked
  }
  return ok(null)
}

/** Refuses ledger-account-unknown, -is-header, -closed, -type-differs, then an account with other sub-accounts, or none, behind it. */
function checkAccount(chart: Chart, { field, code, type, control }: ProductAccount): Result<null, Refusal> {
  const account = chart.get(code)
  if (!account) return refuse({ type: 'ledger-account-unknown', account: code })
  if (!account.posting) return refuse({ type: 'ledger-account-is-header', account: code })
  if (account.isClosed) return refuse({ type: 'ledger-account-closed', account: code })
  if (account.type !== type) return refuse({ type: 'ledger-account-type-differs', account: code, expected: type })
  return account.control === control
    ? ok(null)
    : refuse({ type: 'field-invalid', field: `product.${field}`, rule: 'other-sub-accounts' })
}
