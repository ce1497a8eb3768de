import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { addMonths } from '../calendar/months.ts'
import type { DepositProduct } from './deposit-product.ts'

type RecurringProduct = Extract<DepositProduct, { kind: 'recurring' }>

/** What of a recurring deposit says when its installments are due. */
export interface InstallmentPlan {
  readonly product: RecurringProduct
  readonly openedOn: BusinessDate
  readonly maturesOn: BusinessDate
}

/** The day of an installment, counted from 0, which is due on the opening day; dates are counted from the first one. */
export function installmentDate({ product, openedOn }: InstallmentPlan, place: number): BusinessDate {
  switch (product.installment.frequency) {
    case 'weekly':
      return addDays(openedOn, 7 * place)
    case 'fortnightly':
      return addDays(openedOn, 14 * place)
    case 'monthly':
      return addMonths(openedOn, place)
  }
}

/** How many installments have fallen due by the end of a day; none is due from the maturity on. Rule: S17. */
export function installmentsDue(plan: InstallmentPlan, date: BusinessDate): number {
  let count = 0
  for (let due = installmentDate(plan, 0); due <= date && due < plan.maturesOn; due = installmentDate(plan, count))
    count++
  return count
}
