import type { JournalRecord } from '../../journal/record.ts'
import type { StaleLoans } from './loan-standing.ts'

/** A record with its place in this file, as the appliers see it: one made here and one pulled look the same. */
export interface Applied {
  readonly position: number
  readonly logNo: number
  readonly record: JournalRecord
  /** While everything is made anew: the loans that are replayed at the end of it. Rule: L64. */
  readonly staleLoans?: StaleLoans | undefined
}
