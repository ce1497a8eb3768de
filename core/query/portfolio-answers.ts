import type { BusinessDate } from '../calendar/business-date.ts'
import type { AgeingBucket } from '../loan-life/arrears.ts'
import type { CurrencyCode } from '../money/currency.ts'
import type { Rate } from '../money/rate.ts'

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

/** What the queries of the portfolio answer. */
export interface PortfolioAnswers {
  portfolio: PortfolioAnswer
}
