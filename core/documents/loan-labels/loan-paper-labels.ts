import type { DisclosedRate } from '../../disclosure/disclosed-rate.ts'
import type { Component } from '../../loan-life/portions.ts'
import type { LoanCharge } from '../../products/loan-charge.ts'
import type { LoanProduct } from '../../products/loan-product.ts'
import type { Frequency } from '../../schedule/schedule-terms.ts'
import type { LoanPaperKind } from '../loan-papers/loan-paper-model.ts'

type ChargeTime = LoanCharge['when']['type']

/** Of terms that a borrower is told: on the key facts and in the agreement. */
export interface LoanTermsLabels {
  readonly lent: string
  readonly inHand: string
  readonly toPay: string
  readonly rate: Readonly<Record<DisclosedRate, string>>
  /** How the rate is counted, and why that one. */
  readonly rateAbout: Readonly<Record<DisclosedRate, string>>
  readonly otherRate: Readonly<Record<DisclosedRate, string>>
  readonly noRate: string
  readonly compounded: string
  readonly percent: (percent: string) => string
  readonly yearly: (percent: string) => string
  readonly nominal: string
  readonly method: Readonly<Record<LoanProduct['schedule']['interestMethod'], string>>
  readonly installments: string
  readonly counted: (count: string, every: string) => string
  readonly one: string
  readonly every: (unit: Frequency['unit'], count: number, written: string) => string
  readonly each: string
  readonly paidOutOn: string
  readonly firstDue: string
  readonly lastDue: string
  readonly costs: string
  readonly cost: string
  readonly when: string
  readonly interest: string
  readonly whenInterest: string
  readonly whenCharged: (when: ChargeTime, date: string) => string
  readonly costInAll: string
  readonly savingsHeld: (percent: string) => string
  readonly late: string
  readonly lateFee: (fee: string, graceDays: number, written: string) => string
  readonly lateFeePercent: (percent: string, graceDays: number, written: string) => string
  /** On all that is overdue, or on overdue principal only; from the due date, once the days of grace are over. */
  readonly lateInterest: (
    percent: string,
    on: 'installment' | 'principal',
    graceDays: number,
    written: string,
  ) => string
  readonly lateNothing: string
  readonly lateInterestGoesOn: string
  readonly early: string
  readonly earlyRefused: string
  readonly earlyAllowed: string
  readonly earlyAfter: (date: string) => string
  readonly earlyPenalty: (percent: string) => string
  readonly earlyFree: string
  readonly earlyInterestToTheDay: string
  readonly earlyInterestStands: string
  readonly schedule: string
  readonly columns: Readonly<Record<'number' | 'dueOn' | 'principal' | 'interest' | 'fees' | 'total' | 'left', string>>
  readonly inAll: string
  readonly planned: string
  /** Between the parts of a list. */
  readonly comma: string
}

interface Clause {
  readonly title: string
}

export interface AgreementLabels {
  readonly between: string
  readonly lender: string
  readonly address: string
  readonly loan: Clause & { readonly text: (lent: string, words: string) => string }
  readonly payingOut: Clause & {
    readonly inFull: (date: string) => string
    readonly lessFees: (date: string, received: string, words: string, keptBack: string) => string
  }
  readonly payingBack: Clause & {
    readonly once: (on: string, toPay: string) => string
    readonly text: (counted: string, first: string, last: string, toPay: string) => string
  }
  readonly interest: Clause & {
    readonly text: (percent: string, method: string) => string
    readonly withFees: (percent: string, rate: string) => string
  }
  readonly fees: Clause & {
    readonly none: string
    readonly one: (name: string, amount: string, when: string) => string
  }
  readonly order: Clause & {
    readonly text: (parts: string) => string
    readonly parts: Readonly<Record<Component, string>>
  }
  readonly security: Clause & {
    readonly group: (name: string, members: string) => string
    readonly guarantor: (name: string, number: string, covers: string) => string
    readonly held: (account: string) => string
    readonly pledged: (thing: string, owner: string, value: string) => string
  }
  readonly change: Clause & { readonly text: string }
  readonly copies: Clause & { readonly text: string }
}

/** The fixed words of a loan's papers in one language. Amounts and dates come to them as they are written. */
export interface LoanPaperLabels {
  readonly titles: Readonly<Record<LoanPaperKind, string>>
  readonly loan: (number: string) => string
  readonly terms: LoanTermsLabels
  readonly keyFacts: {
    readonly rights: string
    readonly rightsOf: readonly string[]
    readonly received: string
  }
  readonly agreement: AgreementLabels
  readonly voucher: {
    readonly columns: Readonly<Record<'on' | 'way' | 'receipt' | 'paidOut' | 'keptBack' | 'handedOut', string>>
    readonly inCash: string
    readonly toAccount: (number: string) => string
    readonly approvedBy: string
    readonly received: (amount: string, words: string) => string
  }
  readonly statement: {
    readonly stands: string
    readonly overpaid: string
    readonly overdue: string
    readonly daysLate: (days: number, written: string) => string
    readonly settles: string
    readonly history: string
    readonly charges: string
    readonly toCome: string
    readonly nothingToCome: string
  }
  readonly payoff: {
    readonly about: (loan: string) => string
    readonly until: (date: string) => string
    readonly day: string
    readonly charges: string
    /** Where there are no pieces for the amount. */
    readonly inCash: string
  }
  readonly discharge: {
    readonly about: (lent: string, words: string, paidOutOn: string, settledOn: string) => string
    readonly nothingOwed: (client: string, loan: string) => string
    readonly security: string
    readonly overpaid: (amount: string) => string
  }
  readonly signatures: Readonly<
    Record<'borrower' | 'lender' | 'witness' | 'guarantor' | 'paidBy' | 'approvedBy' | 'receivedBy', string>
  >
}
