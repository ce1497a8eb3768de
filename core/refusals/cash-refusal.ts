import type { CurrencyCode } from '../money/currency.ts'
import type { OfSomebody } from './of-somebody.ts'

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
