import type { BusinessDate } from '../calendar/business-date.ts'
import type { ClientProfile } from '../customers/client-profile.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { AccountSummary } from './savings-answers.ts'

export interface SearchHit {
  readonly kind: 'client' | 'account'
  readonly clientId: string
  readonly accountId?: string
  readonly name: string
  readonly number: string
  readonly detail: string
  readonly balanceMinor?: bigint
  readonly currency?: CurrencyCode
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
