import type { BusinessDate } from '../calendar/business-date.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import type { Loan } from './loan.ts'

/** Where the product does not say otherwise. Source: IFRS 9 B5.5.37, Basel framework CRE36.70: ninety days past due. */
const usualDefaultDays = 90

/** Days past due from which a loan is defaulted. */
export const defaultLimit = ({ accounting }: LoanProduct): number => accounting.defaultAfterDays ?? usualDefaultDays

/** Since when a loan is defaulted, and since when it earns only what is paid. */
export type LoanStanding = Pick<Loan, 'defaultedOn' | 'nonAccrualOn'>

/** From the limit on, and until nothing is past due any more. */
const since = (before: BusinessDate | null, daysPastDue: number, limitDays: number, date: BusinessDate) =>
  before === null && daysPastDue >= limitDays ? date : daysPastDue === 0 ? null : before

/** How a loan stands once it was so many days past due at the close of a date. Rule: L57. */
export const standingAfter = (
  { defaultedOn, nonAccrualOn, product }: Loan,
  daysPastDue: number,
  date: BusinessDate,
): LoanStanding => ({
  defaultedOn: since(defaultedOn, daysPastDue, defaultLimit(product), date),
  nonAccrualOn: since(nonAccrualOn, daysPastDue, product.accounting.nonAccrualAfterDays, date),
})
