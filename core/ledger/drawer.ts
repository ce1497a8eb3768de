import type { CurrencyCode } from '../money/currency.ts'

/** A person's drawer on an open day. `balanceMinor` is what the books say lies in it. */
export interface Drawer {
  readonly drawerId: string
  readonly staffId: string
  readonly currency: CurrencyCode
  readonly balanceMinor: bigint
}
