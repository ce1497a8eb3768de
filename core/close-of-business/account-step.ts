import type { BusinessDate } from '../calendar/business-date.ts'
import type { ClosePosting } from './close-posting.ts'
import type { ClosedAccount } from './close-records.ts'
import type { ClosingAccount } from './closing-account.ts'

export type ClosedFacts = Omit<ClosedAccount, 'accountId' | 'epoch' | 'failed'>

/** What a step does to an account, and what that changes of its balance. */
export interface StepEffect {
  readonly facts: ClosedFacts
  readonly postings: readonly ClosePosting[]
  readonly changeMinor: bigint
}

/** Pure: what there is to do for an account at the close of a date; null for nothing, also when it was done before. */
export type AccountStep = (at: ClosingAccount, date: BusinessDate) => StepEffect | null
