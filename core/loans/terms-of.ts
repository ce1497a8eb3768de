import type { BusinessDate } from '../calendar/business-date.ts'
import type { HolidayCalendar } from '../calendar/working-days.ts'
import { type AllocationRules, allocationOrders } from '../loan-life/allocation-rules.ts'
import type { LateRules, LoanTerms } from '../loan-life/loan-terms.ts'
import { newestFew } from '../newest-few.ts'
import { frequencyOf, usualFirstDueOn } from '../products/first-due-date.ts'
import { offeredTerms } from '../products/loan-offer.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import type { LoanAllocation, LoanLate } from '../products/loan-repayment.ts'
import { feeOf } from '../products/offered-charges.ts'
import { repaymentDates } from '../products/repayment-dates.ts'
import { dateAfterPeriods } from '../schedule/due-dates.ts'
import { asOffer, type LoanAgreement } from './loan-agreement.ts'

/** When a loan begins and falls due. */
export interface LoanDates {
  readonly startsOn: BusinessDate
  readonly dueDates: readonly BusinessDate[]
}

/** The days of a loan that is paid out on a day: from the agreed first one, else from the usual one. Rules: L34, P13. */
export function datesOf(
  product: LoanProduct,
  agreement: LoanAgreement,
  startsOn: BusinessDate,
  calendar: HolidayCalendar,
): LoanDates {
  const { installments, meetsOn } = agreement
  const frequency = frequencyOf(product, agreement.frequency)
  const usual = usualFirstDueOn(product, { startsOn, frequency, meetsOn })
  const firstDueOn = agreement.firstDueOn ?? (usual === dateAfterPeriods(startsOn, 1, frequency) ? undefined : usual)
  const repaying = { startsOn, frequency, installments, ...(firstDueOn ? { firstDueOn } : {}) }
  return { startsOn, dueDates: repaymentDates(repaying, product.dueDates.restDays, calendar) }
}

function allocationOf(allocation: LoanAllocation): AllocationRules {
  if (allocation.type === 'named') return allocationOrders[allocation.order]
  const { type: _, future, ...rules } = allocation
  const said = Object.entries(future).filter(([, rule]) => rule !== undefined)
  return { ...rules, future: { ...Object.fromEntries(said), default: future.default } }
}

function lateRulesOf({ graceDays, fee, penaltyAnnualPercent, penaltyOn }: LoanLate): LateRules | null {
  if (!fee && !penaltyAnnualPercent) return null
  const penalty = penaltyAnnualPercent ? { annualPercent: penaltyAnnualPercent, on: penaltyOn ?? 'installment' } : null
  return { graceDays, fee: fee ?? null, penalty }
}

interface Agreed {
  readonly product: LoanProduct
  readonly agreement: LoanAgreement
  readonly dates: LoanDates
  readonly terms: LoanTerms
}

const kept = newestFew<Agreed>(32)

/**
 * All that a loan's life is computed from: what is agreed, what the product says, and the days. The same three give the same terms, by
 * which its lives are known again. Rule: L34.
 */
export function termsOf(product: LoanProduct, agreement: LoanAgreement, dates: LoanDates): LoanTerms {
  const known = kept.find(one => one.dates === dates && one.agreement === agreement && one.product === product)
  return (known ?? kept.keep({ product, agreement, dates, terms: newTerms(product, agreement, dates) })).terms
}

function newTerms(product: LoanProduct, agreement: LoanAgreement, { startsOn, dueDates }: LoanDates): LoanTerms {
  const { allocation, recalculation, late } = product.repayment
  return {
    schedule: offeredTerms(product, asOffer(agreement, startsOn), dueDates),
    charges: product.charges.filter(({ when }) => when.type === 'each-installment').map(feeOf),
    allocation: allocationOf(allocation),
    recalculation: recalculation ?? null,
    late: lateRulesOf(late),
  }
}
