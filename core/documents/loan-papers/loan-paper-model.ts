import type { BusinessDate } from '../../calendar/business-date.ts'
import type { DisclosedRate } from '../../disclosure/disclosed-rate.ts'
import type { Component } from '../../loan-life/portions.ts'
import type { LoanAgreement } from '../../loans/loan-agreement.ts'
import type { OfferFigures } from '../../loans/offer-figures.ts'
import type { CurrencyCode } from '../../money/currency.ts'
import type { LoanProduct } from '../../products/loan-product.ts'
import type { Letterhead } from '../document-model.ts'

/** The papers of a loan besides the receipts of its operations. */
export const loanPaperKinds = ['key-facts', 'agreement'] as const
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
  /** The first of the two compounded: what the annual percentage rate leaves out. */
  readonly effective?: string
}

/** What is offered or agreed. */
export interface LoanOfferFacts {
  readonly agreement: LoanAgreement
  readonly product: Pick<LoanProduct, 'name' | 'schedule' | 'repayment'>
  readonly figures: Omit<OfferFigures, 'rates'>
  readonly rates: DisclosedRates
}

interface LoanPaperHead extends Letterhead, LoanParties {
  readonly kind: 'loan-paper'
  readonly currency: CurrencyCode
  /** The business day that it says how things stand on. */
  readonly asOf: BusinessDate
}

export interface KeyFactsModel extends LoanPaperHead, LoanOfferFacts {
  readonly paper: 'key-facts'
}

export interface AgreementModel extends LoanPaperHead, LoanOfferFacts {
  readonly paper: 'agreement'
  readonly lentInWords: string
  readonly receivedInWords: string
  /** Of what is overdue, what a payment pays first. */
  readonly order: readonly Component[]
}

export type LoanPaperModel = KeyFactsModel | AgreementModel
