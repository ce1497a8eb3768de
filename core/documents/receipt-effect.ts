import type { CurrencyCode } from '../money/currency.ts'
import type { AccountFee } from '../savings/account-fees.ts'
import type { LoanReceipt, SettledLine } from './document-model.ts'

/** What an operation did to an account or a loan, on the client's side: positive came in, negative left it. */
export interface ReceiptEffect {
  /** Of the account or the loan. */
  readonly number: string
  readonly clientId: string
  readonly productName: string
  readonly currency: CurrencyCode
  readonly changeMinor: bigint
  readonly balanceAfterMinor: bigint
  readonly fees: readonly AccountFee[]
  readonly settled: readonly SettledLine[]
  readonly toAccountNumber?: string
  readonly loan?: LoanReceipt
}
