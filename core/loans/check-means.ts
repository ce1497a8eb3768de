import type { HolidayCalendar } from '../calendar/working-days.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { affordability, type PaymentDue, paymentsOf } from './affordability.ts'
import type { Household } from './household.ts'
import type { Loan } from './loan.ts'
import { offeredLife } from './offered-life.ts'

export interface MeansState {
  /** What is known of the borrower's household. */
  readonly household: Household | null
  /** What the borrower's other loans in the currency of this one ask for. */
  readonly otherDues: readonly PaymentDue[]
  readonly calendar: HolidayCalendar
}

/**
 * Whether a household can bear a loan, where its product has a ceiling: true where it is lent beyond that, for the reason that a person
 * gives. Refuses field-invalid while nothing is known of the household, loan-beyond-means without a reason. Rule: L52.
 */
export function checkMeans(
  loan: Loan,
  { household, otherDues, calendar }: MeansState,
  reason: string | undefined,
): Result<{ readonly isBeyond: boolean }, Refusal> {
  const { affordabilityMaxPercent: ceiling } = loan.product.conditions
  if (ceiling === undefined) return ok({ isBeyond: false })
  if (!household) return refuse({ type: 'field-invalid', field: 'household', rule: 'missing' })
  const means = affordability(household, paymentsOf(offeredLife(loan, calendar).installments), {
    ceiling,
    others: otherDues,
  })
  if (means?.verdict !== 'beyond') return ok({ isBeyond: false })
  if (reason !== undefined) return ok({ isBeyond: true })
  const { dueMinor, disposableMinor } = means.heaviest
  return refuse({ type: 'loan-beyond-means', dueMinor, disposableMinor, ceiling, currency: loan.currency })
}
