import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { sumMinor } from '../money/amount.ts'
import type { LoanCharge } from '../products/loan-charge.ts'
import type { Loan } from './loan.ts'
import type { LoanEntry } from './loan-entry.ts'
import { percentOf } from './percent-of.ts'

type Charged = Pick<Loan, 'product' | 'agreement'>

/** At the disbursement, a percentage is of all that is to be paid out. */
const upfrontMinor = ({ amount }: LoanCharge, { product, agreement }: Charged): bigint =>
  amount.type === 'fixed'
    ? amount.amountMinor
    : percentOf(amount.percent, agreement.principalMinor, product.schedule.rounding)

/** What is paid for the loan when it is disbursed, before the money is handed out or kept back from it: income, and no part of its life. */
export const upfrontFeesMinor = (charged: Charged): bigint =>
  sumMinor(
    charged.product.charges
      .filter(({ when }) => when.type === 'disbursement-paid' || when.type === 'disbursement-deducted')
      .map(charge => upfrontMinor(charge, charged)),
  )

/** The charges that the loan owes from its first day on, each on its own day. */
export const chargesOfLoan = (
  { product }: Charged,
  { today, newId }: { readonly today: BusinessDate; readonly newId: () => string },
): readonly LoanEntry[] =>
  product.charges.flatMap(({ when, amount }): readonly LoanEntry[] => {
    if (when.type !== 'on-day') return []
    const dueOn = addDays(today, when.daysAfter)
    return [{ id: newId(), enteredOn: today, effectiveOn: today, type: 'charged', kind: 'fee', amount, dueOn }]
  })
