import type { BusinessDate } from '../calendar/business-date.ts'
import type { CurrencyCode } from '../money/currency.ts'

export type SavingsRefusal =
  | { readonly type: 'product-unknown' }
  | { readonly type: 'product-retired' }
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
  | {
      readonly type: 'monthly-limit-exceeded'
      readonly limitMinor: bigint
      readonly remainingMinor: bigint
      readonly currency: CurrencyCode
    }
  /** Of all that goes in and out, in the day or the month. */
  | {
      readonly type: 'operations-limit-exceeded'
      readonly span: 'day' | 'month'
      readonly limitMinor: bigint
      readonly remainingMinor: bigint
      readonly currency: CurrencyCode
    }
  | { readonly type: 'kyc-tier-too-low'; readonly tier: number; readonly needed: number }
  | { readonly type: 'same-account' }
  | { readonly type: 'term-not-ended'; readonly maturesOn: BusinessDate }
  | { readonly type: 'term-ended'; readonly maturesOn: BusinessDate }
  | { readonly type: 'deposit-made-already'; readonly maturesOn: BusinessDate }
  | { readonly type: 'installment-differs'; readonly installmentMinor: bigint; readonly currency: CurrencyCode }
  | { readonly type: 'installment-not-due'; readonly nextDate: BusinessDate }
  | { readonly type: 'signatures-missing'; readonly count: number }
  | { readonly type: 'account-not-dormant' }
  | { readonly type: 'no-overdraft' }
  /** Of an account that is to be taken over and that something was booked to. */
  | { readonly type: 'account-in-use' }
  | { readonly type: 'overdraft-in-use'; readonly owedMinor: bigint; readonly currency: CurrencyCode }
  /** An account is not closed over money that is held on it, nor over what its client owes. */
  | { readonly type: 'account-has-holds'; readonly heldMinor: bigint; readonly currency: CurrencyCode }
  | { readonly type: 'account-overdrawn'; readonly owedMinor: bigint; readonly currency: CurrencyCode }
  | { readonly type: 'instruction-unknown' }
  | { readonly type: 'instruction-ended' }
  | { readonly type: 'hold-unknown' }
  | { readonly type: 'hold-not-active' }
  | { readonly type: 'hold-expired-already'; readonly earliestDate: BusinessDate }
  | { readonly type: 'capture-above-hold'; readonly heldMinor: bigint; readonly currency: CurrencyCode }
