import type { LedgerAccount, LedgerAccountType } from '../ledger/ledger-account.ts'

const header = (code: string, name: string, type: LedgerAccountType, parent?: string): LedgerAccount => ({
  code,
  name,
  type,
  posting: false,
  ...(parent ? { parent } : {}),
})

const posting = (
  code: string,
  name: string,
  type: LedgerAccountType,
  parent: string,
  control?: NonNullable<LedgerAccount['control']>,
): LedgerAccount => ({
  code,
  name,
  type,
  parent,
  posting: true,
  ...(control ? { control } : {}),
})

/** The chart of accounts that a microfinance institution starts with; head office may extend it. */
export const microfinanceChart: readonly LedgerAccount[] = [
  header('1000', 'Assets', 'asset'),
  header('1100', 'Cash', 'asset', '1000'),
  posting('1110', 'Cash in vaults', 'asset', '1100', 'vault'),
  posting('1120', 'Cash in drawers', 'asset', '1100', 'drawer'),
  posting('1130', 'Cash at bank', 'asset', '1100'),
  header('1200', 'Loans to clients', 'asset', '1000'),
  posting('1210', 'Loan principal', 'asset', '1200'),
  posting('1220', 'Interest receivable', 'asset', '1200'),
  posting('1290', 'Loan loss allowance', 'asset', '1200'),
  header('1300', 'Other assets', 'asset', '1000'),
  posting('1310', 'Prepaid expenses', 'asset', '1300'),
  posting('1320', 'Fixed assets', 'asset', '1300'),
  posting('1390', 'Inter-branch clearing', 'asset', '1300'),
  header('2000', 'Liabilities', 'liability'),
  header('2100', 'Client savings', 'liability', '2000'),
  posting('2110', 'Passbook savings', 'liability', '2100', 'savings'),
  posting('2120', 'Premium savings', 'liability', '2100', 'savings'),
  posting('2130', 'Current accounts', 'liability', '2100', 'savings'),
  header('2200', 'Payables', 'liability', '2000'),
  posting('2210', 'Interest payable on savings', 'liability', '2200'),
  posting('2220', 'Withholding tax payable', 'liability', '2200'),
  posting('2230', 'Borrowings', 'liability', '2200'),
  header('3000', 'Equity', 'equity'),
  posting('3100', 'Paid-in capital', 'equity', '3000'),
  posting('3200', 'Retained earnings', 'equity', '3000'),
  header('4000', 'Income', 'income'),
  posting('4100', 'Interest income on loans', 'income', '4000'),
  posting('4200', 'Fee income', 'income', '4000'),
  posting('4300', 'Penalty income', 'income', '4000'),
  posting('4910', 'Cash over', 'income', '4000'),
  header('5000', 'Expenses', 'expense'),
  posting('5100', 'Interest expense on savings', 'expense', '5000'),
  posting('5200', 'Loan loss expense', 'expense', '5000'),
  posting('5300', 'Staff costs', 'expense', '5000'),
  posting('5400', 'Office costs', 'expense', '5000'),
  posting('5910', 'Cash short', 'expense', '5000'),
]
