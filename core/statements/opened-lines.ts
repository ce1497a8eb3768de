import type { CurrencyCode } from '../money/currency.ts'
import type { LedgerRequest } from './ledger-request.ts'
import type { FinancialStatement } from './statement-sheet.ts'

type Asked = Pick<FinancialStatement, 'kind' | 'basis' | 'days' | 'branch'>

/** Which lines of the ledger an account's figure on a statement is the sum of. Rule: T4. */
export const openedLines = (
  { kind, basis, days, branch }: Asked,
  currency: CurrencyCode,
  account: string,
): LedgerRequest => ({
  account,
  currency,
  basis,
  ...(kind === 'balance-sheet' ? { to: days.to } : days),
  ...(branch ? { branchId: branch.branchId } : {}),
  ...(kind === 'cash-flow' ? { through: 'cash' as const } : {}),
  ...(kind === 'income-statement' || kind === 'cash-reconciliation' ? { without: 'closings' as const } : {}),
})
