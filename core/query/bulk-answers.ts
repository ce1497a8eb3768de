import type { RowAsWritten, RowSubject } from '../command/import/planned-unit.ts'
import type { Outcome } from '../command/outcome.ts'
import type { Money } from '../money/amount.ts'
import type { Refusal } from '../refusal.ts'

/** `known`: it stands in the books already, from an earlier try. `ready`: of a check, which posts nothing, what an import would post. */
export const bulkStatuses = ['posted', 'ready', 'known', 'refused'] as const
export type BulkStatus = (typeof bulkStatuses)[number]

/** What became of one of many operations. */
export interface BulkResult {
  /** Its place among them, counted from 1. */
  readonly place: number
  readonly status: BulkStatus
  readonly outcome?: Pick<Outcome, 'key' | 'record' | 'type' | 'receipt' | 'created'>
  /** Of what is ready, why it takes a second person; else why it was refused. */
  readonly refusal?: Refusal
  /** The row of the file, as a spreadsheet counts, and the heading of the column that the refusal is about. */
  readonly row?: number
  readonly column?: string
  /** Of whom it is, and how much; only where the rows are of accounts. */
  readonly about?: RowSubject
  /** The cells of a row of which nobody can be named, as they came. */
  readonly written?: RowAsWritten
}

/** How far many operations have come. */
export interface BulkProgress {
  readonly batch: string
  readonly total: number
  readonly done: number
  readonly counts: Readonly<Record<BulkStatus, number>>
  /** What is posted or ready comes to, by currency, as far as rows tell an amount. */
  readonly amounts: readonly Money[]
  /** What all rows come to, whatever became of them, as far as their amounts can be read. */
  readonly listed: readonly Money[]
  /** Refused because the books know the row by its name, with something else in it. */
  readonly changed: number
  /** Nothing of it stays. */
  readonly isCheck: boolean
  /** Of a check: something is ready that takes two people. */
  readonly needsSecondPerson: boolean
  readonly isRunning: boolean
  readonly isCancelled: boolean
}

export interface BulkAnswers {
  /** The newest of this session; null while there was none. */
  bulk: BulkProgress | null
  'bulk-results': readonly BulkResult[]
}
