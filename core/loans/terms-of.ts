import type { BusinessDate } from '../calendar/business-date.ts'
import { type AllocationRules, allocationOrders } from '../loan-life/allocation-rules.ts'
import type { LoanTerms } from '../loan-life/loan-terms.ts'
import { rate } from '../money/rate.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import type { LoanAllocation } from '../products/loan-repayment.ts'
import type { ScheduleTerms } from '../schedule/schedule-terms.ts'
import type { LoanAgreement } from './loan-agreement.ts'
import { percentOf } from './percent-of.ts'

/** When a loan begins and falls due. */
export interface LoanDates {
  readonly startsOn: BusinessDate
  readonly dueDates: readonly BusinessDate[]
}

function allocationOf(allocation: LoanAllocation): AllocationRules {
  if (allocation.type === 'named') return allocationOrders[allocation.order]
  const { type: _, future, ...rules } = allocation
  const said = Object.entries(future).filter(([, rule]) => rule !== undefined)
  return { ...rules, future: { ...Object.fromEntries(said), default: future.default } }
}

const noPercent = rate('0')

/** All that a loan's life is computed from: what is agreed, what the product says, and the days. Rule: L34. */
export function termsOf(product: LoanProduct, agreement: LoanAgreement, { startsOn, dueDates }: LoanDates): LoanTerms {
  const { balloonPercent, downPaymentPercent, tranchesMax: _, ...terms } = product.schedule
  const schedule: ScheduleTerms = {
    ...terms,
    annualPercent: agreement.annualPercent,
    frequency: agreement.frequency,
    balloonMinor: percentOf(balloonPercent ?? noPercent, agreement.principalMinor, terms.rounding),
    downPaymentPercent: downPaymentPercent ?? noPercent,
    startsOn,
    dueDates,
  }
  const { allocation, recalculation } = product.repayment
  return { schedule, allocation: allocationOf(allocation), recalculation: recalculation ?? null }
}
