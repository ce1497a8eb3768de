/** What a manual journal may be for. What it is about in words belongs into its note, which is sealed. */
export const journalPurposes = [
  'expense',
  'income',
  'payroll',
  'tax',
  'accrual',
  'prepayment',
  'depreciation',
  'provision',
  'bank-transfer',
  'bank-charge',
  'borrowing',
  'capital',
  'inter-branch',
  'suspense',
  'correction',
  'opening-balance',
  'other',
] as const
export type JournalPurpose = (typeof journalPurposes)[number]

/** The text of the entry, the same in every institution: whoever exports the ledger reads it. */
export const entryTexts: Readonly<Record<JournalPurpose, string>> = {
  expense: 'Expense',
  income: 'Income',
  payroll: 'Payroll',
  tax: 'Tax',
  accrual: 'Accrual',
  prepayment: 'Prepayment',
  depreciation: 'Depreciation',
  provision: 'Provision',
  'bank-transfer': 'Bank transfer',
  'bank-charge': 'Bank charge',
  borrowing: 'Borrowing',
  capital: 'Capital',
  'inter-branch': 'Inter-branch settlement',
  suspense: 'Clearing of suspense',
  correction: 'Correction',
  'opening-balance': 'Opening balance',
  other: 'Manual journal',
}
