import type { Earning } from '../loans/earning.ts'
import type { Loan } from '../loans/loan.ts'
import type { LoanFigures } from '../loans/loan-figures.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { LoanProduct } from '../products/loan-product.ts'

/** A loan of which the close of a date only counts interest: it was looked at before, and nothing has befallen it since. */
export interface EarningLoan {
  readonly loanId: string
  readonly epoch: number
  readonly product: LoanProduct
  readonly currency: CurrencyCode
  readonly earning: Earning
  /** What has come to the books of its interest. */
  readonly booked: Pick<LoanFigures, 'recognisedInterest' | 'paidInterest' | 'waivedInterest' | 'writtenOffInterest'>
}

/** A loan as the close of a date finds it; of one that has to be looked at, all there is. */
export type ClosingLoan =
  | { readonly type: 'earns'; readonly loan: EarningLoan }
  | { readonly type: 'turns'; readonly loan: Loan }
