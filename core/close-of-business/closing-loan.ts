import type { BusinessDate } from '../calendar/business-date.ts'
import type { Earning } from '../loans/earning.ts'
import type { Loan } from '../loans/loan.ts'
import type { LoanFigures } from '../loans/loan-figures.ts'
import type { StandingPenalty } from '../loans/standing-penalty.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { LoanProduct } from '../products/loan-product.ts'

/** A loan of which the close of a date only counts interest and penalty: it was looked at before, and nothing has befallen it since. */
export interface EarningLoan {
  readonly loanId: string
  readonly epoch: number
  readonly product: LoanProduct
  readonly currency: CurrencyCode
  /** Null where it has earned all there is. */
  readonly earning: Earning | null
  /** Null where being late costs it nothing more. */
  readonly late: { readonly since: BusinessDate; readonly penalty: StandingPenalty } | null
  /** What has come to the books of its interest and its penalties. */
  readonly booked: Pick<
    LoanFigures,
    'recognisedInterest' | 'paidInterest' | 'waivedInterest' | 'writtenOffInterest' | 'recognisedPenalties'
  >
}

/** A loan as the close of a date finds it; of one that has to be looked at, all there is. */
export type ClosingLoan =
  | { readonly type: 'earns'; readonly loan: EarningLoan }
  | { readonly type: 'turns'; readonly loan: Loan }
