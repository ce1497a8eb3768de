import type { RecordRef } from '../journal/record.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { SalvagedOperation } from '../storage/salvage.ts'

export interface UnsentAnswer {
  readonly count: number
  readonly amountMinor: bigint
  readonly oldestRecordedAt?: string
}

export interface SyncAnswer {
  readonly state: 'not-connected' | 'idle' | 'pushing' | 'pulling' | 'waiting' | 'frozen' | 'revoked'
  readonly serverUrl?: string
  readonly unsent: UnsentAnswer
  readonly acknowledgedSeq: number
  readonly lastContactAt?: string
  readonly nextTryAt?: string
  readonly lastProblem?: string
}

/** Why a record is not in the books as it should be. The first three wait for a newer program or for nothing; the others are kept aside whole. */
export type HeldReason =
  | 'unknown-type'
  | 'not-its-logs'
  | 'not-applicable'
  | 'custody-violated'
  | 'other-history'
  | 'not-bookable'
  | 'too-large'
  | 'malformed'

/** A record of another device that waits or was kept aside. What stands in it is as readable as the record is. */
export interface HeldRecord {
  readonly record: RecordRef
  readonly deviceCode?: string
  readonly because: HeldReason
  /** Its lines are in the books; only its effect is not. */
  readonly isBooked: boolean
  readonly type?: string
  readonly recordedAt?: string
  /** When it came, where that is known. */
  readonly arrivedAt?: string
  readonly amountMinor?: bigint
  readonly currency?: CurrencyCode
}

/** What the queries of the traffic with the server answer. */
export interface SyncAnswers {
  sync: SyncAnswer
  attention: readonly HeldRecord[]
  salvage: readonly SalvagedOperation[]
}
