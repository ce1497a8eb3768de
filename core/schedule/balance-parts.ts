import { type BusinessDate, daysBetween } from '../calendar/business-date.ts'
import type { Span } from '../calendar/span.ts'
import type { Period } from './period.ts'

/** Money that changes the principal outstanding on a day: paid out is positive. */
export interface PrincipalChange {
  readonly date: BusinessDate
  readonly amountMinor: bigint
}

/** Days of a period through which one principal is outstanding. */
export interface BalancePart extends Span {
  readonly balanceMinor: bigint
}

/** A period cut at the days on which its principal changes. What changed before it counts from its start; at its end, not in it. */
export function balanceParts(
  openingMinor: bigint,
  { from, dueOn }: Period,
  changes: readonly PrincipalChange[],
): readonly BalancePart[] {
  const parts: BalancePart[] = []
  let start = from
  let balanceMinor = openingMinor
  for (const { date, amountMinor } of changes.filter(change => change.date < dueOn)) {
    if (daysBetween(start, date) > 0) {
      parts.push({ start, end: date, balanceMinor })
      start = date
    }
    balanceMinor += amountMinor
  }
  return [...parts, { start, end: dueOn, balanceMinor }]
}
