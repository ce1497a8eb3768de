import type { BulkStatus } from '../../../core/query/bulk-answers.ts'
import type { Tone } from '../../ui/tone.ts'

/** What can have become of a row, in the order in which people want to know it, and its mark. */
export const rowStates: readonly (readonly [status: BulkStatus, tone: Tone])[] = [
  ['posted', 'right'],
  ['ready', 'accent'],
  ['known', 'neutral'],
  ['refused', 'wrong'],
]
