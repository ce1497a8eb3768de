import { type DayCount, yearShare } from '../calendar/day-count.ts'
import type { ContractSpan } from '../calendar/thirty-360.ts'
import { Decimal } from '../money/decimal.ts'
import { decimalOf, type Rate } from '../money/rate.ts'

/** Interest without compounding between two dates, exact, in minor units. Rule: I1. Source: I = P r t. */
export function simpleInterest(
  { principalMinor, annualPercent }: { readonly principalMinor: bigint; readonly annualPercent: Rate },
  dayCount: DayCount,
  span: ContractSpan,
): Decimal {
  const { numerator, denominator } = yearShare(dayCount, span)
  return new Decimal(principalMinor)
    .times(decimalOf(annualPercent))
    .times(numerator)
    .div(100 * denominator)
}
