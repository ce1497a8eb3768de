import { type BusinessDate, daysBetween } from '../calendar/business-date.ts'
import { type Fraction, fraction, sumOf, wholeFraction } from '../money/fraction.ts'

/** Interest that the days from one (inclusive) to another (exclusive) earn evenly. */
export interface AccrualRow {
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly interestMinor: bigint
}

/** How a loan earns its interest. It holds until something befalls the loan: the nights between need no replay. */
export interface AccrualPlan {
  /** In their order; none covers a day of another. */
  readonly rows: readonly AccrualRow[]
  /** The last principal was paid: what was to be earned later is earned that day. */
  readonly settledOn: BusinessDate | null
  /** It was written off, and earns no more. */
  readonly endedOn: BusinessDate | null
}

function earnedOf({ from, to, interestMinor }: AccrualRow, by: BusinessDate): Fraction {
  if (to <= by) return wholeFraction(interestMinor)
  if (by <= from) return wholeFraction(0n)
  return fraction(interestMinor * BigInt(daysBetween(from, by)), BigInt(daysBetween(from, to)))
}

/** Interest that was earned by a day, which itself is not counted; exact, in minor units: whoever books it rounds the whole, not each day. Rule: L24. */
export function accruedOn({ rows, settledOn, endedOn }: AccrualPlan, day: BusinessDate): Fraction {
  const by = endedOn !== null && endedOn < day ? endedOn : day
  const isSettled = settledOn !== null && settledOn <= by
  return rows.reduce(
    (sum, row) => sumOf(sum, isSettled ? wholeFraction(row.interestMinor) : earnedOf(row, by)),
    wholeFraction(0n),
  )
}
