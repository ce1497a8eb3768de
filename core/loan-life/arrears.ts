import { type BusinessDate, daysBetween } from '../calendar/business-date.ts'
import { sumMinor } from '../money/amount.ts'
import type { LoanInstallment } from './loan-life.ts'
import { type Portions, portionsTotal, sumPortions } from './portions.ts'

/** What lateness is read from: an installment as it was computed, or as it is stored. */
export type DueInstallment = Pick<LoanInstallment, 'dueOn' | 'outstanding'>

/** On its own day an installment is due, not yet past due. */
const pastDue = (installments: readonly DueInstallment[], on: BusinessDate): readonly DueInstallment[] =>
  installments.filter(({ dueOn, outstanding }) => dueOn < on && portionsTotal(outstanding) > 0n)

/** What was due before a day and is unpaid. Rule: L27. */
export const arrears = (installments: readonly DueInstallment[], on: BusinessDate): Portions =>
  sumPortions(pastDue(installments, on).map(({ outstanding }) => outstanding))

/** Days since the oldest unpaid installment was due; none where nothing is past due. Rule: L27. */
export function daysPastDue(installments: readonly DueInstallment[], on: BusinessDate): number {
  const [oldest] = pastDue(installments, on)
    .map(({ dueOn }) => dueOn)
    .toSorted()
  return oldest ? daysBetween(oldest, on) : 0
}

/**
 * All principal outstanding of a loan that is more than so many days past due, due or not; nothing of any other.
 * Source: portfolio at risk as CGAP and the rating agencies define it, on the whole balance. Rule: L27.
 */
export function principalAtRisk(
  installments: readonly DueInstallment[],
  on: BusinessDate,
  moreThanDays: number,
): bigint {
  const isAtRisk = daysPastDue(installments, on) > moreThanDays
  return isAtRisk ? sumMinor(installments.map(({ outstanding }) => outstanding.principal)) : 0n
}

/** Each from so many days past due up to the next; the first is of what is not past due. */
export const ageingBuckets = [
  { name: 'current', fromDays: 0 },
  { name: '1-30', fromDays: 1 },
  { name: '31-60', fromDays: 31 },
  { name: '61-90', fromDays: 61 },
  { name: '91-180', fromDays: 91 },
  { name: '181-365', fromDays: 181 },
  { name: 'over-365', fromDays: 366 },
] as const
export type AgeingBucket = (typeof ageingBuckets)[number]['name']

/** The one bucket that a loan stands in by its days past due, with its whole balance. Rule: L27. */
export const ageingBucket = (days: number): AgeingBucket =>
  ageingBuckets.findLast(({ fromDays }) => fromDays <= days)?.name ?? 'current'
