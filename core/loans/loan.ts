import type { BusinessDate } from '../calendar/business-date.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import type { Refusal } from '../refusal.ts'
import type { LoanState, LoanStep } from '../refusals/loan-refusal.ts'
import { type Result, refuse } from '../result.ts'
import type { LoanAgreement } from './loan-agreement.ts'
import type { LoanEntry } from './loan-entry.ts'
import type { IncomeBasis, LoanFigures } from './loan-figures.ts'
import { checkStep, possibleSteps } from './loan-states.ts'
import type { LoanDates } from './terms-of.ts'

/** A loan as the verbs see it. */
export interface Loan {
  readonly loanId: string
  readonly number: string
  readonly clientId: string
  /** The group of the borrower that it is for; null for none. */
  readonly groupId: string | null
  readonly product: LoanProduct
  readonly currency: CurrencyCode
  readonly state: LoanState
  /** Who drafted it first, and who handed it in. */
  readonly officer: string
  readonly submittedBy: string | null
  /** Everybody who drafted it, worked on the draft or handed it in, and who paid it out. */
  readonly appliedBy: readonly string[]
  readonly paidOutBy: readonly string[]
  /** Who has approved it so far. */
  readonly approvedBy: readonly string[]
  /** Which loan of the client it is, from 1. */
  readonly cycle: number
  readonly agreement: LoanAgreement
  /** Of the disbursement; null while nothing is paid out. */
  readonly dates: LoanDates | null
  readonly entries: readonly LoanEntry[]
  readonly booked: LoanFigures
  /** As the product says; see `incomeBasis`. */
  readonly basis: IncomeBasis
  /** The day of the newest that is known of it. */
  readonly changedOn: BusinessDate
  /** From when it is defaulted, and from when it earns only what is paid; null while it does not. */
  readonly defaultedOn: BusinessDate | null
  readonly nonAccrualOn: BusinessDate | null
  readonly custodian: { readonly logId: string; readonly deviceCode: string }
  readonly custodyEpoch: number
}

/** What its income is booked by now: of a loan that does not accrue any more, only what is paid. Rule: L57. */
export const incomeBasis = ({ basis, nonAccrualOn }: Pick<Loan, 'basis' | 'nonAccrualOn'>): IncomeBasis =>
  nonAccrualOn === null ? basis : 'cash'

/** Only the log that has custody goes on with a loan, and only by a step of its state: account-in-other-custody, loan-state. */
export function checkLoan({ custodian, state }: Loan, step: LoanStep, logId: string): Result<null, Refusal> {
  if (custodian.logId !== logId) return refuse({ type: 'account-in-other-custody', deviceCode: custodian.deviceCode })
  return checkStep(state, step)
}

/** Something of it is owed and can be paid when it is due; what is written off only comes in. Refuses what `checkLoan` refuses of a repayment. */
export function checkOwed(loan: Loan, logId: string): Result<null, Refusal> {
  const { state } = loan
  const payable = checkLoan(loan, 'repay', logId)
  return payable.ok && state === 'written-off'
    ? refuse({ type: 'loan-state', state, possible: possibleSteps(state) })
    : payable
}

export const custodyOfLoan = ({ loanId, custodyEpoch }: Pick<Loan, 'loanId' | 'custodyEpoch'>) => ({
  account: loanId,
  epoch: custodyEpoch,
})

export const productPin = ({ productId, version }: LoanProduct) => ({ product: `${productId}@${version}` })
