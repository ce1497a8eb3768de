import type { BusinessDate } from '../calendar/business-date.ts'
import type { OtherDue } from '../command/load-other-dues.ts'
import type { ClientLanguage } from '../customers/client-language.ts'
import type { RecordRef } from '../journal/record.ts'
import type { LoanInstallment } from '../loan-life/loan-life.ts'
import type { Portions } from '../loan-life/portions.ts'
import type { LoanAgreement } from '../loans/loan-agreement.ts'
import type { LoanEntry } from '../loans/loan-entry.ts'
import type { RejectionReason } from '../loans/loan-records.ts'
import type { PayoffQuote } from '../loans/payoff-quote.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import type { Refusal } from '../refusal.ts'
import type { LoanState, LoanStep } from '../refusals/loan-refusal.ts'
import type { InstructionFrequency } from '../savings/savings-commands.ts'

/** A loan in a list, as of the newest record of it. */
export interface LoanSummary {
  readonly loanId: string
  readonly number: string
  readonly clientId: string
  readonly clientName: string
  readonly productName: string
  readonly currency: CurrencyCode
  readonly state: LoanState
  /** What was agreed. */
  readonly principalMinor: bigint
  readonly outstanding: Portions
  readonly overpaidMinor: bigint
  /** The oldest installment that is not met. */
  readonly next?: { readonly dueOn: BusinessDate; readonly amountMinor: bigint }
  readonly officerName: string
  readonly draftedOn: BusinessDate
  readonly disbursedOn?: BusinessDate
  /** Of a loan that is owed: since when it is defaulted, and since when it earns only what is paid. */
  readonly defaultedOn?: BusinessDate
  readonly nonAccrualOn?: BusinessDate
  /** How often its dates were moved. */
  readonly rescheduled: number
  /** The loan that it paid off, and the one that paid it off. */
  readonly refinances?: { readonly loanId: string; readonly number: string }
  readonly refinancedBy?: { readonly loanId: string; readonly number: string }
}

/** Something that befell the loan. */
export interface LoanHistoryRow {
  /** Among all that befell it, in the order of entry. */
  readonly place: number
  readonly record: RecordRef
  readonly type: string
  readonly entry: LoanEntry
  readonly bookedOn: BusinessDate
  readonly recordedAt: string
  readonly actorName: string
  /** What it comes to as the loan is known now; absent where it counts for nothing any more. */
  readonly portions?: Portions
  readonly principalAfterMinor?: bigint
  /** Of a reversal. */
  readonly undone?: LoanEntry
  /** What it changed of what was booked before it: income that was earned, principal that is owed. */
  readonly adjusted?: Portions
  readonly receipt?: number
  readonly reversedBy?: RecordRef
}

/** A fee or penalty that was charged by itself and is not waived. */
export interface LoanCharge {
  readonly event: string
  readonly kind: 'fee' | 'penalty'
  readonly dueOn: BusinessDate
  readonly amountMinor: bigint
}

/** An order to repay it out of an account of its borrower, that still runs. */
export interface LoanOrder {
  readonly instructionId: string
  readonly accountId: string
  readonly accountNumber: string
  /** The most that is taken each time. */
  readonly amountMinor: bigint
  readonly frequency: InstructionFrequency
  readonly nextDate: BusinessDate
}

/** The newest first; `next` is the place to ask `before` for the next page. */
export interface LoanHistoryAnswer {
  readonly rows: readonly LoanHistoryRow[]
  readonly next?: number
}

export interface LoanAnswer extends LoanSummary {
  readonly clientNumber: string
  /** In which the client wants their papers; absent where they have not said. */
  readonly clientLanguage?: ClientLanguage
  readonly product: LoanProduct
  readonly agreement: LoanAgreement
  /** Which loan of the client it is, from 1. */
  readonly cycle: number
  readonly custodian: { readonly log: string; readonly deviceCode: string; readonly here: boolean }
  readonly possible: readonly LoanStep[]
  readonly approvedBy: readonly string[]
  /** As of the open business day; before the disbursement, as it is planned. */
  readonly asOf: BusinessDate
  readonly installments: readonly LoanInstallment[]
  /** What settles it on that day. */
  readonly payoffMinor: bigint
  /** Of that, what paying before the time costs. */
  readonly earlyPenaltyMinor: bigint
  readonly daysPastDue: number
  readonly arrearsMinor: bigint
  /** All that is outstanding of what has fallen due by that day. */
  readonly dueMinor: bigint
  /** Interest that it has earned and that is not income, while it earns only what is paid. */
  readonly memorandumMinor: bigint
  /** A date of it was moved. */
  readonly isRescheduled: boolean
  /** Of what was agreed, what is not paid out. */
  readonly leftMinor: bigint
  /** What came in after it was written off. */
  readonly recoveredMinor: bigint
  /** What may be waived of it: charges that stand, each on its own day. */
  readonly charges: readonly LoanCharge[]
  readonly orders: readonly LoanOrder[]
}

/** A product for loans, as it is offered to a client. */
export interface LoanOffered {
  readonly product: LoanProduct
  /** The most that this loan of the client may be. */
  readonly mostMinor: bigint
  /** What a loan under it would be refused with now, whatever were agreed. */
  readonly against?: Refusal
}

export interface LoanOffersAnswer {
  /** Which loan of the client it would be, from 1. */
  readonly cycle: number
  readonly offered: readonly LoanOffered[]
  /** What the client's loans ask for from today on. */
  readonly dues: readonly OtherDue[]
}

/** What moved an application on. */
export interface LoanStepRow {
  readonly record: RecordRef
  readonly type: string
  readonly bookedOn: BusinessDate
  readonly recordedAt: string
  readonly actorName: string
  readonly note?: string
  /** Why it is lent beyond what the household can bear; absent where it is not, empty where the reason cannot be opened here. */
  readonly beyondMeans?: string
  /** Why it was rejected. */
  readonly reason?: RejectionReason
  /** How many people still had to approve after this one. */
  readonly missing?: number
  /** Under what it was approved; empty where that cannot be opened here. */
  readonly condition?: string
}

export interface LoanApplicationAnswer {
  readonly loanId: string
  /** The group that it is for. */
  readonly group?: { readonly groupId: string; readonly name: string }
  readonly steps: readonly LoanStepRow[]
  /** The approvals whose conditions are not met. */
  readonly openConditions: readonly RecordRef[]
  /** How many people have to approve so much. */
  readonly peopleNeeded: number
}

/** An application that waits for a decision. */
export interface WaitingApplication extends LoanSummary {
  readonly submittedByName: string
  readonly approvedBy: readonly string[]
  readonly peopleNeeded: number
  /** What the person at the desk would be refused with; absent where that person may approve it. */
  readonly against?: Refusal
}

/** A loan of a worklist. */
export interface WorkRow extends LoanSummary {
  /** All that is outstanding of what has fallen due by today. */
  readonly dueMinor: bigint
  readonly daysPastDue: number
}

/** What the queries of loans answer. */
export interface LoanAnswers {
  loan: LoanAnswer
  'loan-history': LoanHistoryAnswer
  'loan-payoff': PayoffQuote
  loans: readonly LoanSummary[]
  'loan-offers': LoanOffersAnswer
  'loan-application': LoanApplicationAnswer
  'loan-applications': readonly WaitingApplication[]
  'loan-worklist': readonly WorkRow[]
}
