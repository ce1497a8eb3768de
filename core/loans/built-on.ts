import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { LoanEntry } from './loan-entry.ts'
import { standingEntries } from './standing-entries.ts'

/** On money that was paid out stands all that came after it; on a charge its waiver; on a date that was moved every later move. */
function isBuiltOn(later: LoanEntry, undone: LoanEntry): boolean {
  switch (undone.type) {
    case 'paid-out':
      return true
    case 'charged':
      return later.type === 'waived' && later.charge === undone.id
    case 'rescheduled':
      return later.type === 'rescheduled'
    default:
      return false
  }
}

/** What an operation entered is taken back only while nothing stands that is built on it: loan-not-last. Rule: L38. */
export function checkNothingBuiltOn(all: readonly LoanEntry[], entered: readonly LoanEntry[]): Result<null, Refusal> {
  const ids = new Set(entered.map(({ id }) => id))
  const standing = standingEntries(all)
  const later = standing.slice(standing.findIndex(({ id }) => ids.has(id))).filter(({ id }) => !ids.has(id))
  const isBase = later.some(entry => entered.some(undone => isBuiltOn(entry, undone)))
  return isBase ? refuse({ type: 'loan-not-last' }) : ok(null)
}
