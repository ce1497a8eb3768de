import type { BusinessDate } from '../calendar/business-date.ts'
import { jsonText } from '../journal/json-text.ts'
import type { LoanLife } from '../loan-life/loan-life.ts'
import type { LoanTerms } from '../loan-life/loan-terms.ts'
import { replayLoan } from '../loan-life/replay-loan.ts'
import { newestFew } from '../newest-few.ts'
import type { LoanEntry } from './loan-entry.ts'

interface Lived {
  readonly terms: LoanTerms
  readonly entries: readonly LoanEntry[]
  readonly asOf: BusinessDate
  readonly life: LoanLife
}

const kept = newestFew<Lived>(32)

const saidBy = (entry: LoanEntry): string => jsonText(Object.entries(entry).toSorted())

/** An entry that was decided, and the same one as it is stored. */
const isSame = (one: LoanEntry, other: LoanEntry | undefined): boolean =>
  one === other || (one.id === other?.id && saidBy(one) === saidBy(other))

/**
 * The life of a loan as of a day. A decision, its projection and the question that follows need the same one: the newest few are kept,
 * known by all that they are computed from. Rule: L65.
 */
export function lifeOf(terms: LoanTerms, entries: readonly LoanEntry[], asOf: BusinessDate): LoanLife {
  const known = kept.find(
    lived =>
      lived.terms === terms &&
      lived.asOf === asOf &&
      lived.entries.length === entries.length &&
      entries.every((entry, place) => isSame(entry, lived.entries[place])),
  )
  return (known ?? kept.keep({ terms, entries, asOf, life: replayLoan(terms, entries, asOf) })).life
}
