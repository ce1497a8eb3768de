import type { Limits, Permission, Role } from '../authority/roles.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import type { CurrencyCode } from '../money/currency.ts'

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
    /** The month with which fiscal years begin; January is 1. */
    readonly yearStartMonth: number
  }
  readonly branch?: { readonly branchId: string; readonly code: string; readonly name: string }
  readonly device?: { readonly log: string; readonly code: string }
  readonly businessDate?: BusinessDate
  readonly idleLockMinutes: number
  /** A change of the books' key is put off: until a sign-in brings it to its end, the key of before still opens them. */
  readonly isKeyChangeWaiting?: true
  /** Whose first sign-in since the update from the first issue the change of the books' key waits for: staff codes. */
  readonly awaitedCodes?: readonly string[]
  /** Who has a key here by the books, and no slot in the keyring that is as it was sealed: staff codes. */
  readonly lostSlots?: readonly string[]
  /** Whoever is signed in keeps the recovery code of this installation, and may have a new one. */
  readonly keepsRecoveryCode?: true
  /**
   * Only in the answer that made it, to founding, to joining, or to the sign-in of its next keeper: opens the books for one person when
   * the keychain is lost. To be written down; shown once.
   */
  readonly recoveryCode?: string
}

export interface SettingsAnswer {
  readonly printer: { readonly host: string; readonly port: number; readonly widthMm: 58 | 80 } | null
  readonly idleLockMinutes: number
}

/** What is asked of the person and the device at the desk. */
export interface SessionAnswers {
  session: SessionAnswer
  settings: SettingsAnswer
  draft: string | null
}
