import { aimedInstallment } from '../schedule/aimed-installment.ts'
import type { Period } from '../schedule/period.ts'
import { levelFactor, type RateFactor } from '../schedule/rate-factor.ts'
import type { ScheduleTerms } from '../schedule/schedule-terms.ts'

/** The installment that pays off what is left in the periods after one; null where there are none, or nothing is left. */
export type ReducedInstallment = (after: Period, leftMinor: bigint) => bigint | null

/** A replay asks for the same installments again whenever it plans anew: each is found once. */
export function reducedInstallmentOf(terms: ScheduleTerms, periods: readonly Period[]): ReducedInstallment {
  const found = new Map<string, bigint>()
  let factors: readonly RateFactor[] = []
  return ({ place }, leftMinor) => {
    const key = `${place} ${leftMinor}`
    const known = found.get(key)
    if (known !== undefined) return known
    if (factors.length === 0) factors = periods.map(period => levelFactor(period, terms))
    const left = factors.slice(Math.max(place + 1, terms.grace.principal))
    if (left.length === 0 || leftMinor === 0n) return null
    const installmentMinor = aimedInstallment(leftMinor, left, terms)
    found.set(key, installmentMinor)
    return installmentMinor
  }
}
