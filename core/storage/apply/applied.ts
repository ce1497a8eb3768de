import type { JournalRecord } from '../../journal/record.ts'

/** A record with its place in this file, as the appliers see it: one made here and one pulled look the same. */
export interface Applied {
  readonly position: number
  readonly logNo: number
  readonly record: JournalRecord
}
