import type { Period } from './period.ts'

/** What a period's installment is made of, before charges. */
export interface PlannedInstallment extends Period {
  readonly principalMinor: bigint
  readonly interestMinor: bigint
  /** What the period itself bears, due with it or later. */
  readonly earnedMinor: bigint
}
