import type { LimitName, Permission, Role } from '../authority/roles.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { OfSomebody } from './of-somebody.ts'

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
    } & OfSomebody &
      SignedNow)
  | ({
      readonly type: 'second-person-needed'
      readonly amountMinor: bigint
      readonly currency: CurrencyCode
    } & SignedNow)

/** Of a command that does not wait for a decision: who signs does it at this computer, before it is done. Rule: A71. */
interface SignedNow {
  readonly signedNow?: true
}
