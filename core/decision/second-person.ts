import type { LimitName } from '../authority/roles.ts'
import type { CurrencyCode } from '../money/currency.ts'

/** The amount that a limit of the actor's grant is held against; above it a second person signs. */
export interface LimitedAmount {
  readonly limit: LimitName
  readonly amountMinor: bigint
}

/** What nobody does alone, however small; the amount is only told to the second person. */
export interface AlwaysTwo {
  readonly alwaysTwo: true
  readonly amountMinor: bigint
  readonly currency: CurrencyCode
}
