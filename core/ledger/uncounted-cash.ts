import type { CurrencyCode } from '../money/currency.ts'

/** Cash that nobody has accounted for at the end of a day, and what is to be done about it. */
export interface UncountedCash {
  readonly kind: 'drawer' | 'vault' | 'transfer'
  readonly id: string
  /** Whose drawer it is, the branch of the vault, or who sent it. */
  readonly name: string
  readonly currency: CurrencyCode
  readonly amountMinor: bigint
  readonly way: 'close' | 'count' | 'receive'
}
