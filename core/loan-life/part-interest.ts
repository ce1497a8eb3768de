import { productOf, wholeFraction } from '../money/fraction.ts'
import type { BalancePart } from '../schedule/balance-parts.ts'
import type { Period } from '../schedule/period.ts'
import { partFactor } from '../schedule/rate-factor.ts'
import { roundAmount } from '../schedule/round-schedule.ts'
import type { ScheduleTerms } from '../schedule/schedule-terms.ts'

/** Interest of a part of a period, rounded by itself. */
export type PartInterest = (part: BalancePart, period: Period) => bigint

/** Replays ask for the same parts again and again, whenever they plan anew: each is computed once. */
export function partInterestOf(terms: ScheduleTerms): PartInterest {
  const computed = new Map<string, bigint>()
  return (part, period) => {
    const { start, end, balanceMinor } = part
    const key = `${period.place} ${start} ${end} ${balanceMinor}`
    const known = computed.get(key)
    if (known !== undefined) return known
    const interestMinor = roundAmount(
      productOf(partFactor(part, period, terms), wholeFraction(balanceMinor)),
      terms.rounding,
    )
    computed.set(key, interestMinor)
    return interestMinor
  }
}
