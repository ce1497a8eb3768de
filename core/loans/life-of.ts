import type { BusinessDate } from '../calendar/business-date.ts'
import { jsonText } from '../journal/json-text.ts'
import type { LoanLife } from '../loan-life/loan-life.ts'
import type { LoanTerms } from '../loan-life/loan-terms.ts'
import { replayLoan } from '../loan-life/replay-loan.ts'
import type { LoanEntry } from './loan-entry.ts'

const keptMax = 32
const kept = new Map<string, LoanLife>()

/**
 * The life of a loan as of a day. A decision, its projection and the question that follows need the same one: the newest few are kept,
 * known by all that they are computed from.
 */
export function lifeOf(terms: LoanTerms, entries: readonly LoanEntry[], asOf: BusinessDate): LoanLife {
  const key = jsonText([terms, entries, asOf])
  const known = kept.get(key)
  if (known) return known
  const life = replayLoan(terms, entries, asOf)
  kept.set(key, life)
  for (const oldest of kept.keys()) {
    if (kept.size <= keptMax) break
    kept.delete(oldest)
  }
  return life
}
