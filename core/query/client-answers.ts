import type { BusinessDate } from '../calendar/business-date.ts'
import type { ClientProfile } from '../customers/client-profile.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { LoanState } from '../refusals/loan-refusal.ts'
import type { AccountSummary } from './savings-answers.ts'

export type SearchHit = ClientHit | GroupHit

interface HitFacts {
  readonly name: string
  readonly number: string
  readonly detail: string
  /** Of a loan, all that is outstanding. */
  readonly balanceMinor?: bigint
  readonly currency?: CurrencyCode
}

/** A person, or what is theirs. */
export interface ClientHit extends HitFacts {
  readonly kind: 'client' | 'account' | 'loan'
  readonly clientId: string
  readonly accountId?: string
  readonly loanId?: string
  /** Of a loan. */
  readonly state?: LoanState
}

/** A group; its detail is who is in it. */
export interface GroupHit extends HitFacts {
  readonly kind: 'group'
  readonly groupId: string
  readonly clientId?: never
  readonly accountId?: never
  readonly loanId?: never
  readonly state?: never
}

export interface ClientAnswer {
  readonly clientId: string
  readonly number: string
  readonly branchId: string
  readonly name: string
  readonly profile: ClientProfile
  readonly hasPhoto: boolean
  readonly registeredOn: BusinessDate
  readonly accounts: readonly AccountSummary[]
}

/** What the queries of clients answer. */
export interface ClientAnswers {
  search: readonly SearchHit[]
  client: ClientAnswer
  'client-photo': { readonly mediaType: string; readonly bytes: Uint8Array } | null
}
