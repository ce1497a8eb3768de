import type { RecordRef } from '../journal/record.ts'
import type { Affordability } from '../loans/affordability.ts'
import type { Household } from '../loans/household.ts'
import type { CollateralKind } from '../loans/security-records.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Rate } from '../money/rate.ts'
import type { LoanState } from '../refusals/loan-refusal.ts'
import type { AttachmentAnswer, RecordAnswer } from './journal-answers.ts'
import type { LoanStepRow } from './loan-answers.ts'

/** `settled`: it did its part, the loan is settled or came to nothing. */
export type SecurityStanding = 'standing' | 'released' | 'settled'

export interface GuarantorRow {
  readonly guaranteeId: string
  readonly guarantorId: string
  readonly name: string
  readonly number: string
  readonly coversMinor: bigint
  readonly standing: SecurityStanding
  /** Where what is covered is held, and what is held there now. */
  readonly account?: { readonly accountId: string; readonly number: string }
  readonly holdId?: string
  readonly heldMinor: bigint
  /** What of it has paid the loan. */
  readonly calledMinor: bigint
}

export interface CollateralRow {
  readonly collateralId: string
  readonly kind: CollateralKind
  /** Empty while the sealed words have not arrived. */
  readonly description: string
  readonly owner: string
  readonly reference?: string
  readonly valueMinor: bigint
  readonly standing: SecurityStanding
  /** Its papers lie beside this record. */
  readonly record: RecordRef
  readonly attachments: RecordAnswer['attachments']
}

/** What stands for a loan, in its currency. */
export interface LoanSecurityAnswer {
  readonly currency: CurrencyCode
  readonly guarantors: readonly GuarantorRow[]
  readonly collateral: readonly CollateralRow[]
  /** The other members of its group, where the product makes all of them liable together. */
  readonly jointly: readonly { readonly clientId: string; readonly name: string; readonly number: string }[]
  /** The borrower's own savings that are held for it now, and how much the product asks to be. */
  readonly savings: readonly {
    readonly holdId: string
    readonly accountId: string
    readonly number: string
    readonly heldMinor: bigint
  }[]
  readonly savingsNeededMinor: bigint
  /** How many guarantors the product asks for. */
  readonly guarantorsMin: number
  /** Of those that stand, less what was called. */
  readonly guaranteedMinor: bigint
  readonly collateralMinor: bigint
  /** Principal that is owed; before it is paid out, what is asked for. */
  readonly principalMinor: bigint
  /** That principal as percent of what the collateral is worth; absent where nothing is pledged. */
  readonly loanToValuePercent?: Rate
}

/** What a client owes on a loan of their own, and what may still be paid out on it. */
export interface ExposureRow {
  readonly loanId: string
  readonly number: string
  readonly state: LoanState
  readonly currency: CurrencyCode
  readonly owedMinor: bigint
  readonly undrawnMinor: bigint
}

/** What a client stands for on a loan of somebody else. */
export interface GuaranteeGiven {
  readonly loanId: string
  readonly number: string
  readonly borrowerName: string
  readonly coversMinor: bigint
  readonly currency: CurrencyCode
}

/** All that a client owes and stands for; the sums are in the institution's currency, absent where the rate of a currency is not known. */
export interface ClientExposureAnswer {
  readonly currency: CurrencyCode
  readonly loans: readonly ExposureRow[]
  readonly guarantees: readonly GuaranteeGiven[]
  readonly owedMinor?: bigint
  readonly undrawnMinor?: bigint
  readonly guaranteedMinor?: bigint
}

/** What a loan asks of the borrower's household. */
export interface LoanAffordabilityAnswer {
  readonly currency: CurrencyCode
  /** The most that the product lets an installment take of what is left in its month; absent where it has no ceiling. */
  readonly ceilingPercent?: Rate
  /** Absent where nothing was said, or it cannot be opened here. */
  readonly household?: Household
  readonly means?: Affordability
  /** Who lends beyond it, and why. */
  readonly beyondMeans: readonly LoanStepRow[]
}

/** What the queries of what stands for loans answer. */
export interface LoanSecurityAnswers {
  'loan-security': LoanSecurityAnswer
  'collateral-paper': AttachmentAnswer | null
  'client-exposure': ClientExposureAnswer
  'loan-affordability': LoanAffordabilityAnswer
}
