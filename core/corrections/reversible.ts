import type { AlwaysTwo, LimitedAmount } from '../decision/second-person.ts'
import type { JournalRecord, RecordRef } from '../journal/record.ts'

/** The types of records that a reversal may name. The others are undone by their own verbs (a hold is released). */
export const reversibleTypes: ReadonlySet<string> = new Set([
  'savings.deposited',
  'savings.withdrawn',
  'savings.transferred',
  'savings.taken-over',
  'hold.captured',
  'fx.exchanged',
  'journal.posted',
  'provision.posted',
  'loan.disbursed',
  'loan.refinanced',
  'loan.repaid',
  'loan.charged',
  'loan.waived',
  'loan.refunded',
  'loan.written-off',
  'loan.rescheduled',
])

/** What there is to know of every record that is to be reversed. */
export interface Reversal {
  readonly original: JournalRecord
  readonly reversedBy: RecordRef | null
  /** What one person may not decide alone. */
  readonly held: LimitedAmount | AlwaysTwo | null
}
