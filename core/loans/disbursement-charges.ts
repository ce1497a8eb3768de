import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { sumMinor } from '../money/amount.ts'
import type { LoanCharge } from '../products/loan-charge.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import { makeSchedule } from '../schedule/make-schedule.ts'
import type { LoanAgreement } from './loan-agreement.ts'
import type { LoanEntry } from './loan-entry.ts'
import { percentOf } from './percent-of.ts'
import { type LoanDates, termsOf } from './terms-of.ts'

interface Charged {
  readonly product: LoanProduct
  readonly agreement: LoanAgreement
}

/** Of the whole loan as it is planned on the day of the first disbursement. */
function chargeMinor({ amount }: LoanCharge, { product, agreement }: Charged, dates: LoanDates): bigint {
  if (amount.type === 'fixed') return amount.amountMinor
  const { schedule } = termsOf(product, agreement, dates)
  const { principalMinor } = agreement
  const planned = makeSchedule(schedule, [{ date: dates.startsOn, amountMinor: principalMinor }], [])
  const interestMinor = sumMinor(planned.map(installment => installment.interestMinor))
  const basisMinor = {
    'paid-out': principalMinor,
    principal: principalMinor,
    interest: interestMinor,
    'principal-and-interest': principalMinor + interestMinor,
  }
  return percentOf(amount.percent, basisMinor[amount.of], schedule.rounding)
}

/** What is paid for the loan when it is disbursed, before the money is handed out or kept back from it: income, and no part of its life. */
export const upfrontFeesMinor = (charged: Charged, dates: LoanDates): bigint =>
  sumMinor(
    charged.product.charges
      .filter(({ when }) => when.type === 'disbursement-paid' || when.type === 'disbursement-deducted')
      .map(charge => chargeMinor(charge, charged, dates)),
  )

/** The charges that the loan owes from its first day on, each on its own day. */
export const chargesOfLoan = (
  { product }: Charged,
  { startsOn }: LoanDates,
  { today, newId }: { readonly today: BusinessDate; readonly newId: () => string },
): readonly LoanEntry[] =>
  product.charges.flatMap(({ when, amount }): readonly LoanEntry[] =>
    when.type === 'on-day'
      ? [
          {
            id: newId(),
            enteredOn: today,
            effectiveOn: today,
            type: 'charged',
            kind: 'fee',
            amount,
            dueOn: addDays(startsOn, when.daysAfter),
          },
        ]
      : [],
  )
