import { Decimal } from '../money/decimal.ts'
import { decimalOf, type Rate } from '../money/rate.ts'

export interface Compounding {
  readonly principalMinor: bigint
  /** The nominal rate, of which each period bears its equal part. */
  readonly annualPercent: Rate
  readonly periodsPerYear: Decimal
  /** How many periods; a part of one counts as a power of its own. */
  readonly periods: Decimal
}

/** What a principal has grown to, exact, in minor units. Rule: I1. Source: A = P (1 + r/n)^k. */
export function compoundValue({ principalMinor, annualPercent, periodsPerYear, periods }: Compounding): Decimal {
  const growth = decimalOf(annualPercent).div(100).div(periodsPerYear).plus(1)
  return growth.pow(periods).times(new Decimal(principalMinor))
}

/** The interest in it: what has grown less the principal. Rule: I1. */
export const compoundInterest = (terms: Compounding): Decimal =>
  compoundValue(terms).minus(new Decimal(terms.principalMinor))
