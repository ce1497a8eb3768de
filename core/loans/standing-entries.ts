import type { LoanEntry } from './loan-entry.ts'

/** Without what was reversed, and without the reversals: an operation is reversed once, and a reversal is not. */
export function standingEntries(entries: readonly LoanEntry[]): readonly LoanEntry[] {
  const reversed = new Set(entries.flatMap(entry => (entry.type === 'reversed' ? [entry.event] : [])))
  return entries.filter(({ id, type }) => type !== 'reversed' && !reversed.has(id))
}
