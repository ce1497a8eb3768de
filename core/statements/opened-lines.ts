import type { LeftOut } from '../journal/left-out.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { LedgerRequest } from './ledger-request.ts'
import type { StatementKind } from './statement-request.ts'
import type { FinancialStatement } from './statement-sheet.ts'

type Asked = Pick<FinancialStatement, 'kind' | 'basis' | 'days' | 'branch' | 'without'>

const usuallyLeftOut: Readonly<Partial<Record<StatementKind, LeftOut>>> = {
  'income-statement': 'closings',
  'cash-reconciliation': 'closings',
}

/** Which lines of the ledger an account's figure on a statement is the sum of; without an account, the total of a trial balance. Rule: T4. */
export const openedLines = (
  { kind, basis, days, branch, without = usuallyLeftOut[kind] }: Asked,
  currency: CurrencyCode,
  account?: string,
): LedgerRequest => ({
  ...(account === undefined ? {} : { account }),
  currency,
  basis,
  ...(kind === 'balance-sheet' ? { to: days.to } : days),
  ...(branch ? { branchId: branch.branchId } : {}),
  ...(kind === 'cash-flow' ? { through: 'cash' as const } : {}),
  ...(without ? { without } : {}),
})
