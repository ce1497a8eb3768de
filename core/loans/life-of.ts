import type { BusinessDate } from '../calendar/business-date.ts'
import { jsonText } from '../journal/json-text.ts'
import type { LoanLife } from '../loan-life/loan-life.ts'
import type { LoanTerms } from '../loan-life/loan-terms.ts'
import { replayLoan } from '../loan-life/replay-loan.ts'
import type { LoanEntry } from './loan-entry.ts'

interface Lived {
  readonly entries: readonly LoanEntry[]
  readonly asOf: BusinessDate
  readonly life: LoanLife
}

const keptMax = 4
const kept = new WeakMap<LoanTerms, readonly Lived[]>()

const saidBy = (entry: LoanEntry): string => jsonText(Object.entries(entry).toSorted())

/** An entry that was decided, and the same one as it is stored. */
const isSame = (one: LoanEntry, other: LoanEntry | undefined): boolean =>
  one === other || (one.id === other?.id && saidBy(one) === saidBy(other))

/**
 * The life of a loan as of a day. A decision, its projection and the question that follows need the same one: the newest few of the same
 * terms are kept, known by all that they are computed from. Rule: L65.
 */
export function lifeOf(terms: LoanTerms, entries: readonly LoanEntry[], asOf: BusinessDate): LoanLife {
  const lives = kept.get(terms) ?? []
  const known = lives.find(
    lived =>
      lived.asOf === asOf &&
      lived.entries.length === entries.length &&
      entries.every((entry, place) => isSame(entry, lived.entries[place])),
  )
  if (known) return known.life
  const life = replayLoan(terms, entries, asOf)
  kept.set(terms, [{ entries, asOf, life }, ...lives.slice(0, keptMax - 1)])
  return life
}
