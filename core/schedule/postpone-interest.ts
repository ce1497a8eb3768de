import { sumMinor } from '../money/amount.ts'
import type { PlannedInstallment } from './planned-installment.ts'
import type { ScheduleTerms } from './schedule-terms.ts'

/** Interest of the installments in grace is due with the first after them. */
export function postponeInterest(
  planned: readonly PlannedInstallment[],
  { grace }: ScheduleTerms,
): readonly PlannedInstallment[] {
  const first = Math.min(grace.interestPayment, planned.length - 1)
  const carried = sumMinor(planned.slice(0, first).map(({ interestMinor }) => interestMinor))
  return planned.map((installment, place) => {
    if (place < first) return { ...installment, interestMinor: 0n }
    return place === first ? { ...installment, interestMinor: installment.interestMinor + carried } : installment
  })
}
