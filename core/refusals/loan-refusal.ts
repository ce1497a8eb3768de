import type { CurrencyCode } from '../money/currency.ts'

export type LoanRefusal =
  | { readonly type: 'loan-unknown' }
  /** A step that its state does not allow, with those that it does. */
  | { readonly type: 'loan-state'; readonly state: string; readonly possible: readonly string[] }
  | { readonly type: 'loan-own-application' }
  | {
      readonly type: 'loan-above-cycle'
      readonly cycle: number
      readonly maxMinor: bigint
      readonly currency: CurrencyCode
    }
  | {
      readonly type: 'loan-above-exposure'
      readonly owedMinor: bigint
      readonly maxMinor: bigint
      readonly currency: CurrencyCode
    }
  | { readonly type: 'loan-above-agreed'; readonly leftMinor: bigint; readonly currency: CurrencyCode }
  | { readonly type: 'account-of-other-client' }
  | { readonly type: 'prepayment-refused'; readonly dueMinor: bigint; readonly currency: CurrencyCode }
