import type { Limits, Permission, Role } from '../authority/roles.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { Effect, Outcome } from '../command/outcome.ts'
import type { ClientProfile } from '../customers/client-profile.ts'
import type { DocumentModel } from '../documents/document-model.ts'
import type { LinePlace } from '../journal/line-place.ts'
import type { RecordRef } from '../journal/record.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { DenominationCount } from '../money/denominations.ts'
import type { DepositProduct } from '../products/deposit-product.ts'
import type { Product } from '../products/product.ts'
import type { Refusal } from '../refusal.ts'
import type { SalvagedOperation } from '../storage/salvage.ts'
import type { JournalAnswers, JournalRow } from './journal-answers.ts'
import type { LedgerAnswers } from './ledger-answers.ts'

export type StorageProblem =
  | 'second-instance'
  | 'damaged-file'
  | 'key-missing'
  | 'key-unreadable'
  | 'keychain-gone'
  | 'disk-full'
  | 'newer-version'
  | 'file-missing'
  | 'not-writable'
  /** The books are older than what this device has written already. */
  | 'restored-copy'
  /** Nothing says how far the books had come. */
  | 'head-missing'

/** The staff codes that may sign in here stand outside the encrypted file; nothing else does. */
export interface SessionAnswer {
  readonly state: 'no-institution' | 'signed-out' | 'locked' | 'open' | 'unavailable'
  /** Why the engine cannot work with its file, when the state is `unavailable`. */
  readonly problem?: StorageProblem
  readonly codes: readonly string[]
  readonly signedIn?: {
    readonly staffId: string
    readonly code: string
    readonly name: string
    readonly role: Role
    readonly permissions: readonly Permission[]
    readonly limits: Limits
    readonly grantValidUntil: string
  }
  readonly institution?: {
    readonly name: string
    readonly country: string
    readonly currency: CurrencyCode
    readonly minorUnit: number
  }
  readonly branch?: { readonly branchId: string; readonly code: string; readonly name: string }
  readonly device?: { readonly log: string; readonly code: string }
  readonly businessDate?: BusinessDate
  readonly idleLockMinutes: number
  /**
   * Only in the answer that made it, to founding, to joining, or to the sign-in of its next keeper: opens the books for one person when
   * the keychain is lost. To be written down; shown once.
   */
  readonly recoveryCode?: string
}

export interface UnsentAnswer {
  readonly count: number
  readonly amountMinor: bigint
  readonly oldestRecordedAt?: string
}

export interface MyDayAnswer {
  readonly businessDate?: BusinessDate
  readonly lastClosedDate?: BusinessDate
  readonly drawer?: DrawerAnswer
  readonly approvals: number
  readonly unsent: UnsentAnswer
  readonly today: {
    readonly deposits: number
    readonly depositsMinor: bigint
    readonly withdrawals: number
    readonly withdrawalsMinor: bigint
    readonly newClients: number
  }
  readonly recent: readonly JournalRow[]
}

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

export interface AccountSummary {
  readonly accountId: string
  readonly number: string
  readonly productName: string
  readonly currency: CurrencyCode
  readonly status: 'active' | 'closed'
  readonly balanceMinor: bigint
  readonly heldMinor: bigint
  readonly availableMinor: bigint
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

export interface HoldAnswer {
  readonly holdId: string
  readonly amountMinor: bigint
  readonly reason: string
  readonly note?: string
  readonly placedOn: BusinessDate
  /** The last day that it counts on. */
  readonly expiresOn?: BusinessDate
  readonly record: RecordRef
}

export interface AccountAnswer extends AccountSummary {
  readonly clientId: string
  readonly clientName: string
  readonly clientNumber: string
  readonly product: DepositProduct
  readonly openedOn: BusinessDate
  readonly custodian: { readonly log: string; readonly deviceCode: string; readonly here: boolean }
  readonly holds: readonly HoldAnswer[]
  readonly withdrawnTodayMinor: bigint
}

/** A line of a statement, newest first; amounts on the client's side: a deposit is positive. */
export interface StatementRow {
  readonly position: number
  readonly record: RecordRef
  readonly type: string
  readonly description: string
  readonly bookingDate: BusinessDate
  readonly valueDate: BusinessDate
  readonly recordedAt: string
  readonly amountMinor: bigint
  readonly balanceMinor: bigint
  readonly receipt?: number
  readonly reversedBy?: RecordRef
  readonly reverses?: RecordRef
}

export interface StatementAnswer {
  readonly rows: readonly StatementRow[]
  /** To be given as `before` for the next, older page; absent on the last one. */
  readonly next?: LinePlace
}

/** What was on an account at the end of a day, by the day of booking or the day from which it counts. */
export interface BalanceAnswer {
  readonly asOf: BusinessDate
  readonly balanceMinor: bigint
  readonly currency: CurrencyCode
}

export interface DrawerAnswer {
  readonly drawerId: string
  readonly staffId: string
  readonly staffName: string
  readonly currency: CurrencyCode
  readonly businessDate: BusinessDate
  readonly status: 'open' | 'closed'
  readonly floatMinor: bigint
  readonly inMinor: bigint
  readonly outMinor: bigint
  readonly expectedMinor: bigint
  readonly counted?: DenominationCount
  readonly differenceMinor?: bigint
}

export interface BranchAnswer {
  readonly branchId: string
  readonly code: string
  readonly name: string
  /** How many people work there, and how many devices it has. */
  readonly staff: number
  readonly devices: number
}

export interface StaffAnswer {
  readonly staffId: string
  readonly code: string
  readonly name: string
  readonly role: Role
  readonly status: 'active' | 'suspended'
  readonly limits: Limits
  readonly signsInHere: boolean
  readonly branchId: string
}

export interface DeviceAnswer {
  readonly log: string
  readonly code: string
  readonly own: boolean
  readonly isHeadOffice: boolean
  /** `forked`: the server holds two histories of it and has stopped it; only head office is told. */
  readonly state: 'active' | 'forked' | 'revoked'
  /** The code of the device that keeps what this one kept. */
  readonly keptBy?: string
  readonly branchId: string
  readonly branchName: string
  readonly records: number
  readonly lastRecordedAt?: string
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

export interface SettingsAnswer {
  readonly printer: { readonly host: string; readonly port: number; readonly widthMm: 58 | 80 } | null
  readonly idleLockMinutes: number
}

export type OutcomeAnswer = { readonly known: true; readonly outcome: Outcome } | { readonly known: false }
export type PreviewAnswer =
  | { readonly allowed: true; readonly effect: Effect }
  /** Above a limit, what it would do once somebody who may has signed. */
  | { readonly allowed: false; readonly refusal: Refusal; readonly effect?: Effect }

export interface Answers extends LedgerAnswers, JournalAnswers {
  session: SessionAnswer
  'my-day': MyDayAnswer
  search: readonly SearchHit[]
  client: ClientAnswer
  'client-photo': { readonly mediaType: string; readonly bytes: Uint8Array } | null
  account: AccountAnswer
  statement: StatementAnswer
  balance: BalanceAnswer
  products: readonly Product[]
  drawer: DrawerAnswer | null
  drawers: readonly DrawerAnswer[]
  branches: readonly BranchAnswer[]
  staff: readonly StaffAnswer[]
  devices: readonly DeviceAnswer[]
  sync: SyncAnswer
  attention: readonly HeldRecord[]
  salvage: readonly SalvagedOperation[]
  settings: SettingsAnswer
  draft: string | null
  preview: PreviewAnswer
  outcome: OutcomeAnswer
  document: DocumentModel
}
