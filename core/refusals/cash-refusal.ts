import type { BusinessDate } from '../calendar/business-date.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { OfSomebody } from './of-somebody.ts'

export type CashRefusal =
  | ({ readonly type: 'drawer-not-open' } & OfSomebody)
  | { readonly type: 'drawer-already-open' }
  | { readonly type: 'drawer-not-yours' }
  | { readonly type: 'bank-account-unknown' }
  /** Head office has said nothing of the currency for this day. */
  | { readonly type: 'rate-unknown'; readonly currency: CurrencyCode }
  | { readonly type: 'rate-of-own-currency'; readonly currency: CurrencyCode }
  | { readonly type: 'rates-out-of-order' }
  | { readonly type: 'drawer-above-maximum'; readonly maximumMinor: bigint; readonly currency: CurrencyCode }
  | { readonly type: 'not-payable-in-cash'; readonly incrementMinor: bigint; readonly currency: CurrencyCode }
  | { readonly type: 'revalued-already'; readonly currency: CurrencyCode; readonly date: BusinessDate }
  /** What the rates of this moment give for what the client hands in. */
  | { readonly type: 'rate-changed'; readonly amountMinor: bigint; readonly currency: CurrencyCode }
  /** Received or called back already, or never sent. */
  | { readonly type: 'transfer-not-open' }
  | { readonly type: 'transfer-not-yours' }
  /** Nobody confirms what they sent themselves. */
  | { readonly type: 'own-transfer' }
  /** How much was sent is not told: sender and receiver count again, or somebody says that the difference stands. */
  | { readonly type: 'transfer-count-differs' }
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
