import type { CurrencyCode } from '../money/currency.ts'
import type { CashPlace } from './counted-difference.ts'

/** One end of a transfer: whose drawer, the vault, or the ledger account of a bank. */
export interface TransferEnd {
  readonly kind: 'vault' | 'drawer' | 'bank'
  readonly id: string
  /** Whose drawer it is. */
  readonly staffId?: string
  /** A drawer of another installation; only that one receives into it. */
  readonly isElsewhere: boolean
  readonly place: CashPlace
}

/** Cash on its way: sent by one person and not yet received by another. */
export interface Transfer {
  readonly transferId: string
  readonly currency: CurrencyCode
  readonly amountMinor: bigint
  readonly sentBy: string
  readonly isOpen: boolean
}
