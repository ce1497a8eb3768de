import type { LimitName, Permission, Role } from './authority/roles.ts'
import type { BusinessDate } from './calendar/business-date.ts'
import type { RecordRef } from './journal/record.ts'
import type { LedgerAccountType } from './ledger/ledger-account.ts'
import type { CurrencyCode } from './money/currency.ts'

/** The command's shape is wrong; `field` is the path in the command, `rule` a stable word such as `not-positive`. */
export type ShapeRefusal = {
  readonly type: 'field-invalid'
  readonly field: string
  readonly rule: string
}

/** The key was used before, for a request that differs in `field`. */
export type IdentityRefusal = {
  readonly type: 'key-reused'
  readonly field: string
  readonly record: RecordRef
}

/** Whose it is, by name, when it is not that of the person at the desk. */
interface OfSomebody {
  readonly of?: string
}

export type SessionRefusal =
  | { readonly type: 'no-institution' }
  | { readonly type: 'institution-exists' }
  | { readonly type: 'locked' }
  | { readonly type: 'sign-in-refused'; readonly waitSeconds: number }
  | { readonly type: 'sign-in-too-soon'; readonly waitSeconds: number }
  | { readonly type: 'staff-code-taken'; readonly code: string }
  | { readonly type: 'staff-unknown' }
  | ({ readonly type: 'staff-suspended' } & OfSomebody)
  | { readonly type: 'cosign-own-operation' }
  | { readonly type: 'own-passphrase' }
  | { readonly type: 'not-head-office' }

export type AuthorityRefusal =
  | {
      readonly type: 'not-permitted'
      readonly permission: Permission
      readonly role: Role
    }
  | { readonly type: 'role-not-below-yours'; readonly role: Role }
  | { readonly type: 'grant-expired'; readonly validUntil: string }
  | ({
      readonly type: 'approval-needed'
      readonly limit: LimitName
      readonly limitMinor: bigint
      readonly amountMinor: bigint
      readonly currency: CurrencyCode
    } & OfSomebody)
  | { readonly type: 'second-person-needed'; readonly amountMinor: bigint; readonly currency: CurrencyCode }

export type DeviceRefusal =
  | { readonly type: 'device-unknown' }
  | { readonly type: 'device-is-head-office' }
  | { readonly type: 'device-already-revoked' }
  | { readonly type: 'device-not-revoked' }
  | { readonly type: 'device-already-replaced' }
  | { readonly type: 'device-of-other-branch' }
  /** The server has not yet confirmed the revocation, or what it held until then is not here. */
  | { readonly type: 'revocation-not-settled' }

export type DayRefusal =
  | { readonly type: 'day-not-open' }
  | { readonly type: 'day-already-open'; readonly date: BusinessDate }
  | { readonly type: 'day-not-after-last'; readonly lastDate: BusinessDate }
  | { readonly type: 'day-too-far-ahead'; readonly latestDate: BusinessDate }
  | { readonly type: 'drawers-open'; readonly count: number }

export type CashRefusal =
  | ({ readonly type: 'drawer-not-open' } & OfSomebody)
  | { readonly type: 'drawer-already-open' }
  | { readonly type: 'drawer-not-yours' }
  | {
      readonly type: 'drawer-short'
      readonly availableMinor: bigint
      readonly currency: CurrencyCode
    }
  | {
      readonly type: 'vault-short'
      readonly availableMinor: bigint
      readonly currency: CurrencyCode
    }
  | {
      readonly type: 'difference-needs-note'
      readonly differenceMinor: bigint
      readonly currency: CurrencyCode
    }

export type CustomerRefusal =
  | { readonly type: 'client-unknown' }
  | { readonly type: 'client-too-young'; readonly minimumAge: number }
  | { readonly type: 'birth-date-in-future' }
  | {
      readonly type: 'client-may-exist'
      readonly clientId: string
      readonly number: string
      readonly name: string
      readonly because: 'id-number' | 'phone' | 'name-and-birth-date'
    }

export type SavingsRefusal =
  | { readonly type: 'product-unknown' }
  | { readonly type: 'account-unknown' }
  | { readonly type: 'account-not-active'; readonly status: string }
  | { readonly type: 'account-in-other-custody'; readonly deviceCode: string }
  | { readonly type: 'currency-differs'; readonly expected: CurrencyCode }
  | {
      readonly type: 'amount-above-maximum'
      readonly maxMinor: bigint
      readonly currency: CurrencyCode
    }
  | {
      readonly type: 'opening-below-minimum'
      readonly minimumMinor: bigint
      readonly currency: CurrencyCode
    }
  | {
      readonly type: 'balance-below-minimum'
      readonly minimumMinor: bigint
      readonly availableMinor: bigint
      readonly currency: CurrencyCode
    }
  | {
      readonly type: 'daily-limit-exceeded'
      readonly limitMinor: bigint
      readonly remainingMinor: bigint
      readonly currency: CurrencyCode
    }
  | { readonly type: 'hold-unknown' }
  | { readonly type: 'hold-not-active' }
  | { readonly type: 'hold-expired-already'; readonly earliestDate: BusinessDate }
  | { readonly type: 'capture-above-hold'; readonly heldMinor: bigint; readonly currency: CurrencyCode }

export type ReversalRefusal =
  | { readonly type: 'record-unknown' }
  | { readonly type: 'not-reversible'; readonly recordType: string }
  | { readonly type: 'already-reversed'; readonly by: RecordRef }
  | ({ readonly type: 'drawer-closed-since' } & OfSomebody)
  | { readonly type: 'reversal-counts-today' }
  | { readonly type: 'record-of-other-device'; readonly deviceCode: string }

export type ApprovalRefusal =
  | { readonly type: 'approval-unknown' }
  | { readonly type: 'approval-decided' }
  | { readonly type: 'approval-not-needed' }
  | { readonly type: 'own-request' }

/** `line` is the place of the line that names the account, counted from 0. */
export type LedgerRefusal =
  | { readonly type: 'ledger-account-unknown'; readonly account: string; readonly line?: number }
  | { readonly type: 'ledger-account-closed'; readonly account: string; readonly line?: number }
  | { readonly type: 'ledger-account-is-header'; readonly account: string; readonly line?: number }
  | { readonly type: 'ledger-account-controlled'; readonly account: string; readonly line?: number }
  | { readonly type: 'entry-unbalanced'; readonly differenceMinor: bigint; readonly currency: CurrencyCode }
  | { readonly type: 'value-date-ahead'; readonly latestDate: BusinessDate }
  | { readonly type: 'branch-unknown' }
  | { readonly type: 'branch-code-taken'; readonly code: string }
  | { readonly type: 'template-unknown' }
  | { readonly type: 'template-incomplete'; readonly line?: number }
  | { readonly type: 'shares-not-whole'; readonly side: 'debit' | 'credit'; readonly sumBp: number }
  | { readonly type: 'recurring-unknown' }
  | { readonly type: 'recurring-ended' }
  | { readonly type: 'recurring-not-due'; readonly nextDate: BusinessDate }
  | { readonly type: 'ledger-account-not-header'; readonly account: string }
  | { readonly type: 'ledger-account-type-differs'; readonly account: string; readonly expected: LedgerAccountType }
  | { readonly type: 'ledger-account-below-itself'; readonly account: string }
  | {
      readonly type: 'ledger-account-in-use'
      readonly account: string
      readonly use: 'program' | 'product' | 'balance' | 'open-accounts'
    }
  | { readonly type: 'ledger-code-taken'; readonly account: string }
  | { readonly type: 'chart-too-deep'; readonly depthMax: number }

export type DocumentRefusal =
  | { readonly type: 'no-receipt' }
  | { readonly type: 'already-printed' }
  | { readonly type: 'printer-not-set' }
  /** `mayHavePrinted`: it answered and then fell silent, with the paper perhaps under way. */
  | {
      readonly type: 'printer-unreachable'
      readonly host: string
      readonly port: number
      readonly mayHavePrinted?: true
    }
  | {
      readonly type: 'statement-range'
      readonly from: BusinessDate
      readonly to: BusinessDate
    }

export type SyncRefusal =
  | { readonly type: 'server-unreachable' }
  | { readonly type: 'server-address-insecure' }
  | { readonly type: 'already-connected' }
  | { readonly type: 'not-connected' }
  | { readonly type: 'log-frozen' }
  | { readonly type: 'device-revoked' }
  /** The server takes the records of this device: there is no reason to join again. */
  | { readonly type: 'device-in-order' }
  | {
      readonly type: 'invitation-refused'
      readonly reason: 'unknown' | 'used' | 'expired' | 'wrong-institution'
    }

export type StorageRefusal =
  | { readonly type: 'storage-full' }
  | { readonly type: 'storage-unavailable'; readonly code: string }
  | { readonly type: 'engine-failed' }
  /** The engine died before it answered: the operation under this key was recorded or it was not; the query `outcome` tells. */
  | { readonly type: 'outcome-unknown'; readonly key?: string }

/** Every typed no that the engine can give. The window has a text for each; a new one does not compile until it has. */
export type Refusal =
  | ShapeRefusal
  | IdentityRefusal
  | SessionRefusal
  | AuthorityRefusal
  | DeviceRefusal
  | DayRefusal
  | CashRefusal
  | CustomerRefusal
  | SavingsRefusal
  | ReversalRefusal
  | ApprovalRefusal
  | LedgerRefusal
  | DocumentRefusal
  | SyncRefusal
  | StorageRefusal
