import type { BusinessDate } from '../calendar/business-date.ts'

/** How late an installment has been so far. It is changed in place while its loan is replayed. */
export interface Lateness {
  /** The day through which its days are counted. */
  through: BusinessDate | null
  /** What was overdue, times the days on which it was. */
  minorDays: bigint
  /** What the terms charged for it. */
  feeMinor: bigint
  penaltyMinor: bigint
}

export const notLate = (): Lateness => ({ through: null, minorDays: 0n, feeMinor: 0n, penaltyMinor: 0n })
