import type { BusinessDate } from '../calendar/business-date.ts'
import type { HolidayCalendar } from '../calendar/working-days.ts'
import type { LoanLife } from '../loan-life/loan-life.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import { laterCharges } from '../products/offered-charges.ts'
import { lifeOf } from './life-of.ts'
import type { Loan } from './loan.ts'
import type { LoanEntry } from './loan-entry.ts'
import { datesOf, termsOf } from './terms-of.ts'

/** The charges that a loan owes from its first day on, each on its own day. */
export const chargesFrom = (product: LoanProduct, startsOn: BusinessDate, newId: () => string): readonly LoanEntry[] =>
  laterCharges(product, startsOn).flatMap(({ dueOn, ...charge }): readonly LoanEntry[] =>
    dueOn === 'each-installment'
      ? []
      : [{ id: newId(), enteredOn: startsOn, effectiveOn: startsOn, type: 'charged', ...charge, dueOn }],
  )

/**
 * The life that a loan is offered with: all of it paid out at once, on the day that was planned or on which it was, and each installment
 * paid on its day. What is not paid out yet follows the calendar. Rules: D26, P13.
 */
export function offeredLife(
  { product, agreement, dates }: Pick<Loan, 'product' | 'agreement' | 'dates'>,
  calendar: HolidayCalendar,
): LoanLife {
  const { startsOn, dueDates } = dates ?? datesOf(product, agreement, agreement.plannedOn, calendar)
  const day = { enteredOn: startsOn, effectiveOn: startsOn }
  const charges = chargesFrom(product, startsOn, () => '').map((charge, place) => ({
    ...charge,
    id: `charge-${place}`,
  }))
  const entries: readonly LoanEntry[] = [
    { id: 'paid-out', ...day, type: 'paid-out', amountMinor: agreement.principalMinor },
    ...charges,
  ]
  return lifeOf(termsOf(product, agreement, { startsOn, dueDates }), entries, startsOn)
}
