/**
 * What an entry may say that it is. These words stand in signed records for ever and are the same in every institution: one may come,
 * none may change or go. Their names in a person's language are the window's and the papers'. What a person wrote is never among
 * them: it stands sealed, in the record's note.
 */
export const entryDescriptions = [
  'opening-cash-in-the-vault',
  'drawer-float',
  'drawer-to-vault',
  'cash-sent',
  'cash-received',
  'cash-called-back',
  'cash-over',
  'cash-short',
  'cash-rounding',
  'currency-exchange',
  'position-revalued',
  'savings-deposit',
  'savings-withdrawal',
  'savings-transfer',
  'held-amount-paid-out',
  'held-amount-taken',
  'savings-taken-over',
  'installments-taken-over',
  'interest-taken-over',
  'operation-fee',
  'withdrawal-fee',
  'overdraft-fee',
  'closing-fee',
  'monthly-fee',
  'missed-installment-fee',
  'fees-owed',
  'interest-accrued',
  'interest',
  'tax-on-interest',
  'interest-forfeited',
  'overdraft-interest-accrued',
  'overdraft-interest',
  'deposit-at-maturity',
  'balance-paid-out',
  'loan-disbursement',
  'loan-repayment',
  'loan-income',
  'loan-income-suspended',
  'loan-income-resumed',
  'loan-adjustment',
  'loan-recovery',
  'loan-charge',
  'loan-waiver',
  'loan-write-off',
  'loan-refund',
  'closing-of-the-year',
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
  'inter-branch-settlement',
  'clearing-of-suspense',
  'correction',
  'opening-balance',
  'manual-journal',
] as const
export type EntryDescription = (typeof entryDescriptions)[number]

const reversalPrefix = 'reversal-'
const reversalProse = 'Reversal: '

/** What the mirror of an entry says that it is. */
export const reversalOf = (description: string): string => `${reversalPrefix}${description}`

/** What a description says: which entry, or the mirror of which. */
export interface EntryMeaning {
  readonly of: EntryDescription
  readonly isReversal: boolean
}

/** What programs of the first issue wrote in the place of the word, and what an export for other people's programs says to this day. */
const proseOf = (description: EntryDescription): string => {
  const text = description === 'inter-branch-settlement' ? 'inter-branch settlement' : description.replaceAll('-', ' ')
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

const meanings: ReadonlyMap<string, EntryMeaning> = new Map(
  entryDescriptions.flatMap((of): [string, EntryMeaning][] => [
    [of, { of, isReversal: false }],
    [reversalOf(of), { of, isReversal: true }],
  ]),
)

const wordByProse: ReadonlyMap<string, string> = new Map(
  entryDescriptions.flatMap((word): [string, string][] => [
    [proseOf(word), word],
    [`${reversalProse}${proseOf(word)}`, reversalOf(word)],
  ]),
)

/** The word for what an older program wrote as prose; any other text, as of a later program, is left as it is. Rule: J15. */
export const entryWord = (description: string): string => wordByProse.get(description) ?? description

/** What is meant; null for what this program has no word for. */
export const entryMeaning = (description: string): EntryMeaning | null => meanings.get(entryWord(description)) ?? null

/** The description in plain English, the same whichever program made the record. Rule: X19. */
export function entryProse(description: string): string {
  const meaning = entryMeaning(description)
  if (!meaning) return description
  return meaning.isReversal ? `${reversalProse}${proseOf(meaning.of)}` : proseOf(meaning.of)
}

/** How records of any program write an entry of this kind and its mirror: what a look into their bytes has to ask for. */
export const spellingsOf = (description: EntryDescription): readonly string[] => [
  description,
  reversalOf(description),
  proseOf(description),
  `${reversalProse}${proseOf(description)}`,
]
