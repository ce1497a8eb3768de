import { businessDate } from '../../../core/calendar/business-date.ts'
import type { JournalLine } from '../../../core/manual-journals/journal-commands.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { type Branch, makeBranch } from '../../support/branch.ts'

export const debit = (account: string, amountMinor: bigint, currency: CurrencyCode = 'KES'): JournalLine => ({
  account,
  side: 'debit',
  amountMinor,
  currency,
})
export const credit = (account: string, amountMinor: bigint, currency: CurrencyCode = 'KES'): JournalLine => ({
  account,
  side: 'credit',
  amountMinor,
  currency,
})

/** Rent that is owed: a journal that nothing stands against but the second person. */
export const rent = {
  type: 'journal.post' as const,
  purpose: 'expense' as const,
  lines: [debit('5400', 120_000n), credit('2250', 120_000n)],
}

/** A branch on an open day. */
export function openBranch(date = '2026-03-02'): Branch {
  const branch = makeBranch({ start: `${date}T07:00:00.000Z` })
  branch.must('officer', { type: 'day.open', date: businessDate(date) })
  return branch
}
