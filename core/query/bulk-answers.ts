import type { Outcome } from '../command/outcome.ts'
import type { Refusal } from '../refusal.ts'

/** `known`: it stands in the books already, from an earlier try. */
export type BulkStatus = 'posted' | 'known' | 'refused'

/** What became of one of many operations. */
export interface BulkResult {
  /** Its place among them, counted from 1. */
  readonly place: number
  readonly status: BulkStatus
  readonly outcome?: Pick<Outcome, 'key' | 'record' | 'type' | 'receipt' | 'created'>
  readonly refusal?: Refusal
}

/** How far many operations have come. */
export interface BulkProgress {
  readonly batch: string
  readonly total: number
  readonly done: number
  readonly counts: Readonly<Record<BulkStatus, number>>
  readonly isRunning: boolean
  readonly isCancelled: boolean
}

export interface BulkAnswers {
  /** The newest of this session; null while there was none. */
  bulk: BulkProgress | null
  'bulk-results': readonly BulkResult[]
}
