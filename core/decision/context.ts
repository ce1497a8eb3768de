import type { Limits, Role } from '../authority/roles.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { Period } from '../calendar/period.ts'
import type { CurrencyCode } from '../money/currency.ts'

/** A person as head office granted them: what they may do, up to which amounts, until when. */
export interface Grant {
  readonly staffId: string
  readonly code: string
  readonly name: string
  readonly role: Role
  readonly limits: Limits
  readonly validUntil: string
  readonly isActive: boolean
}

/** All that a verb may know besides the command and the state it asked for. */
export interface Context {
  /** The person whose operation it is; for an approved request, the one who asked. */
  readonly actor: Grant
  /** The second person, when one has signed or approved this very command. */
  readonly checker?: Grant
  readonly institution: {
    readonly institutionId: string
    readonly country: string
    readonly currency: CurrencyCode
    readonly headOfficeLog: string
  }
  readonly branch: {
    readonly branchId: string
    readonly code: string
    readonly vaultId: string
  }
  readonly device: {
    readonly logId: string
    readonly logNo: number
    readonly code: string
  }
  /** The open business day of this installation; null between days. */
  readonly businessDate: BusinessDate | null
  /** Nothing is booked to this month or an earlier one any more; null while every month is open. */
  readonly closedThrough: Period | null
  /** The server holds another history of this log: this one may not grow. */
  readonly isLogFrozen: boolean
  /** Head office has taken this device out of the institution. */
  readonly isLogRevoked: boolean
  readonly now: string
  /** Who is being given a passphrase, and the public half (base64url) of the key that the engine made for them. */
  readonly newcomer?: { readonly staffId: string; readonly publicKey: string }
  readonly newId: () => string
  readonly randomBytes: (count: number) => Uint8Array
}

/** The context of a verb that works only while a day is open. */
export interface OpenDayContext extends Context {
  readonly businessDate: BusinessDate
}
