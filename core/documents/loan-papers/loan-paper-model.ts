import type { BusinessDate } from '../../calendar/business-date.ts'
import type { DisclosedRate } from '../../disclosure/disclosed-rate.ts'
import type { LoanInstallment } from '../../loan-life/loan-life.ts'
import type { Component, Portions } from '../../loan-life/portions.ts'
import type { LoanAgreement } from '../../loans/loan-agreement.ts'
import type { OfferFigures } from '../../loans/offer-figures.ts'
import type { PayoffQuote } from '../../loans/payoff-quote.ts'
import type { CurrencyCode } from '../../money/currency.ts'
import type { LoanProduct } from '../../products/loan-product.ts'
import type { Letterhead } from '../document-model.ts'

/** The papers of a loan besides the receipts of its operations. */
export const loanPaperKinds = ['key-facts', 'agreement', 'voucher', 'statement', 'payoff', 'discharge'] as const
export type LoanPaperKind = (typeof loanPaperKinds)[number]

/** Whose loan a paper is about. */
export interface LoanParties {
  readonly loanNumber: string
  readonly clientName: string
  readonly clientNumber: string
  readonly clientAddress?: string
  readonly officerName: string
}

/** Percent a year to two decimals; absent where no rate fits. */
export interface DisclosedRates {
  readonly first: DisclosedRate
  readonly apr?: string
  readonly aprc?: string
  /** The effective rate: the annual percentage rate compounded. */
  readonly effective?: string
}

/** What is offered or agreed. */
export interface LoanOfferFacts {
  readonly agreement: LoanAgreement
  readonly product: Pick<LoanProduct, 'name' | 'schedule' | 'repayment' | 'conditions'>
  readonly figures: Omit<OfferFigures, 'rates'>
  readonly rates: DisclosedRates
}

export interface LoanPaperHead extends Letterhead, LoanParties {
  readonly kind: 'loan-paper'
  readonly currency: CurrencyCode
  /** The business day that it says how things stand on. */
  readonly asOf: BusinessDate
}

export interface KeyFactsModel extends LoanPaperHead, LoanOfferFacts {
  readonly paper: 'key-facts'
}

/** Who and what stands for a loan. */
export interface LoanSecurity {
  /** The members of a group who are liable for it together. */
  readonly group?: { readonly name: string; readonly members: readonly string[] }
  readonly guarantors: readonly {
    readonly name: string
    readonly number: string
    readonly coversMinor: bigint
    /** The account on which that is held, where it is. */
    readonly heldOn?: string
  }[]
  readonly pledged: readonly PledgedThing[]
}

interface PledgedThing {
  readonly description: string
  readonly owner: string
  readonly reference?: string
  readonly valueMinor: bigint
}

export interface AgreementModel extends LoanPaperHead, LoanOfferFacts {
  readonly paper: 'agreement'
  readonly lentInWords: string
  readonly receivedInWords: string
  /** Of what is overdue, what a payment pays first. */
  readonly order: readonly Component[]
  readonly security: LoanSecurity
}

/** Money of a loan that was paid out, and how. */
export interface Payout {
  readonly on: BusinessDate
  readonly receipt?: number
  /** Absent when it was handed out in cash. */
  readonly toAccount?: string
  readonly principalMinor: bigint
  readonly keptBackMinor: bigint
}

export interface VoucherModel extends LoanPaperHead {
  readonly paper: 'voucher'
  readonly productName: string
  readonly payouts: readonly Payout[]
  readonly handedOutMinor: bigint
  readonly handedOutInWords: string
  readonly approvedBy: readonly string[]
}

/** Something that befell a loan: what it came to, as the loan is known now; nothing of what was reversed. */
export interface LoanStatementRow {
  readonly on: BusinessDate
  readonly operation: string
  readonly isReversed: boolean
  readonly receipt?: number
  readonly amountMinor?: bigint
  /** Of what it paid, charged or gave up. */
  readonly parts?: Portions
  readonly leftMinor?: bigint
}

export interface LoanStatementModel extends LoanPaperHead {
  readonly paper: 'statement'
  readonly productName: string
  readonly lentMinor: bigint
  readonly annualPercent: string
  readonly outstanding: Portions
  readonly overpaidMinor: bigint
  readonly arrearsMinor: bigint
  readonly daysPastDue: number
  /** Absent where it is owed no more. */
  readonly payoffMinor?: bigint
  readonly rows: readonly LoanStatementRow[]
  /** What is still to be paid, installment by installment. */
  readonly toCome: readonly LoanInstallment[]
}

export interface PayoffModel extends LoanPaperHead {
  readonly paper: 'payoff'
  readonly productName: string
  readonly quote: PayoffQuote
}

export interface DischargeModel extends LoanPaperHead {
  readonly paper: 'discharge'
  readonly lentMinor: bigint
  readonly lentInWords: string
  readonly paidOutOn: BusinessDate
  readonly settledOn: BusinessDate
  readonly overpaidMinor: bigint
  /** Whether somebody or something stood for it. */
  readonly wasSecured: boolean
}

export type LoanPaperModel =
  | KeyFactsModel
  | AgreementModel
  | VoucherModel
  | LoanStatementModel
  | PayoffModel
  | DischargeModel
