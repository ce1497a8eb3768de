import { Decimal } from '../money/decimal.ts'

/** What a nominal yearly rate comes to when each of its equal periods is compounded; both in percent. Source: (1 + i/n)^n - 1. */
export const effectiveRate = (nominalPercent: Decimal, periodsPerYear: number): Decimal =>
  nominalPercent.div(100).div(periodsPerYear).plus(1).pow(periodsPerYear).minus(1).times(100)

export interface YieldOver {
  readonly interestMinor: bigint
  readonly principalMinor: bigint
  readonly days: number
}

/** What a deposit yields in a year of 365 days, in percent. Source: Regulation DD (12 CFR 1030), appendix A, part I. */
export const annualYield = ({ interestMinor, principalMinor, days }: YieldOver): Decimal =>
  new Decimal(interestMinor)
    .div(new Decimal(principalMinor))
    .plus(1)
    .pow(new Decimal(365).div(days))
    .minus(1)
    .times(100)
