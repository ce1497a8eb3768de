import type { BusinessDate } from '../calendar/business-date.ts'
import type { AgeingBucket } from '../loan-life/arrears.ts'
import type { ProvisionPolicy } from '../loans/provision.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Rate } from '../money/rate.ts'
import type { Provision } from '../storage/provision.ts'

/** Some loans of a portfolio, and what percent of its principal theirs is; null where there is none. */
export interface PortfolioPart {
  readonly loans: number
  readonly principalMinor: bigint
  readonly percent: Rate | null
}

/** How a portfolio stands on a day, in one currency. */
export interface PortfolioFigures {
  readonly loans: number
  /** Of every loan that is neither paid off nor written off, due or not. */
  readonly principalMinor: bigint
  /** What was due before the day and is unpaid: principal, interest, fees and penalties. */
  readonly arrearsMinor: bigint
  readonly ageing: readonly (PortfolioPart & { readonly bucket: AgeingBucket })[]
  /** The whole balance of the loans that are past due: at all, and by more than 30, 60 and 90 days. */
  readonly atRisk: readonly (PortfolioPart & { readonly par: PortfolioAtRisk })[]
  /** Loans whose dates were moved or that paid off another loan, late or not. */
  readonly restructured: PortfolioPart
  /** The loans more than 30 days past due, and those restructured that are not. */
  readonly atRiskOrRestructured: PortfolioPart
  /** No part of the portfolio any more: what was written off of them, and what came in after it. */
  readonly writtenOff: { readonly loans: number; readonly principalMinor: bigint; readonly recoveredMinor: bigint }
}

export const portfolioAtRisk = [1, 30, 60, 90] as const
export type PortfolioAtRisk = (typeof portfolioAtRisk)[number]

export interface PortfolioRow {
  /** A product, an officer, a branch, or a month. */
  readonly key: string
  readonly name: string
  readonly figures: PortfolioFigures
}

/** Amounts of different currencies are never added. */
export interface PortfolioInCurrency {
  readonly currency: CurrencyCode
  readonly total: PortfolioFigures
  readonly rows: readonly PortfolioRow[]
}

export interface PortfolioAnswer {
  /** Absent while no business day was ever opened. */
  readonly asOf?: BusinessDate
  readonly currencies: readonly PortfolioInCurrency[]
}

export interface PortfolioRiskAnswer {
  readonly asOf?: BusinessDate
  readonly currencies: readonly (Pick<PortfolioFigures, 'loans' | 'principalMinor' | 'atRisk'> & {
    readonly currency: CurrencyCode
  })[]
}

/** What a period brought, both of its days counted. */
export interface PeriodFigures {
  readonly disbursedMinor: bigint
  /** What fell due in it for the first time (no penalties), by the plans as they are known now. */
  readonly dueMinor: bigint
  /** Of that, the installments that were met by their day. */
  readonly onTimeMinor: bigint
  readonly onTimePercent: Rate | null
  /** All that was received in it, late, in time or early. */
  readonly collectedMinor: bigint
  readonly repaymentPercent: Rate | null
  /** Of that, interest, fees and penalties, and what was taken at the disbursement. */
  readonly incomeMinor: bigint
  /** The mean of the portfolio on the day before it, at each month's end in it, and on its last day. */
  readonly averageMinor: bigint
  /** Income over that mean, as for a year of 365 days. */
  readonly yieldPercent: Rate | null
  readonly writtenOffMinor: bigint
  readonly recoveredMinor: bigint
}

export interface PeriodInCurrency {
  readonly currency: CurrencyCode
  readonly total: PeriodFigures
  readonly rows: readonly { readonly key: string; readonly name: string; readonly figures: PeriodFigures }[]
}

/** What falls due on a day and is not met. */
export interface DueDay {
  readonly dueOn: BusinessDate
  readonly currency: CurrencyCode
  readonly installments: number
  readonly outstandingMinor: bigint
}

export interface PortfolioLoanRow {
  readonly loanId: string
  readonly number: string
  readonly clientId: string
  readonly clientName: string
  readonly productName: string
  readonly officerName: string
  readonly currency: CurrencyCode
  readonly principalMinor: bigint
  readonly arrearsMinor: bigint
  readonly daysPastDue: number
  /** The oldest installment that is not met. */
  readonly oldestDueOn?: BusinessDate
  readonly isRestructured: boolean
  readonly writtenOffMinor: bigint
  readonly recoveredMinor: bigint
}

export interface PortfolioLoansAnswer {
  readonly asOf?: BusinessDate
  readonly sums: readonly { readonly currency: CurrencyCode; readonly loans: number; readonly principalMinor: bigint }[]
  readonly rows: readonly PortfolioLoanRow[]
  readonly hasMore: boolean
}

export interface ProvisionAnswer {
  readonly asOf?: BusinessDate
  /** How the institution provides on that day; what is below is by the method that was asked for. */
  readonly policy?: ProvisionPolicy
  readonly provisions: readonly (Provision & {
    readonly branchName: string
    /** The newest day as of which the account was brought to what it needed. */
    readonly lastPostedOn?: BusinessDate
  })[]
}

/** What the queries of the portfolio answer. */
export interface PortfolioAnswers {
  portfolio: PortfolioAnswer
  'portfolio-risk': PortfolioRiskAnswer
  'portfolio-period': readonly PeriodInCurrency[]
  'portfolio-due': readonly DueDay[]
  'portfolio-loans': PortfolioLoansAnswer
  provision: ProvisionAnswer
}
