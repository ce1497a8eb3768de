import type { EntryDescription } from '../journal/entry-description.ts'

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

/** What the entry of a journal says that it is, the same in every institution. */
export const purposeEntries: Readonly<Record<JournalPurpose, EntryDescription>> = {
  expense: 'expense',
  income: 'income',
  payroll: 'payroll',
  tax: 'tax',
  accrual: 'accrual',
  prepayment: 'prepayment',
  depreciation: 'depreciation',
  provision: 'provision',
  'bank-transfer': 'bank-transfer',
  'bank-charge': 'bank-charge',
  borrowing: 'borrowing',
  capital: 'capital',
  'inter-branch': 'inter-branch-settlement',
  suspense: 'clearing-of-suspense',
  correction: 'correction',
  'opening-balance': 'opening-balance',
  other: 'manual-journal',
}
