import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import type { InstallmentCharge } from '../loan-life/loan-terms.ts'
import { sumMinor } from '../money/amount.ts'
import { chargeMinor } from '../schedule/charge-amount.ts'
import type { ScheduleCharge } from '../schedule/schedule-charge.ts'
import type { LoanCharge } from './loan-charge.ts'
import type { LoanProduct } from './loan-product.ts'

const isAtDisbursement = ({ when }: LoanCharge): boolean =>
  when.type === 'disbursement-paid' || when.type === 'disbursement-deducted'

/** A charge as it comes for a loan of so much. */
export interface DisbursementCharge {
  readonly charge: LoanCharge
  readonly amountMinor: bigint
}

/** What is paid for a loan on its first day, or kept back from it; a percentage is of all that is to be paid out. */
export function disbursementCharges(
  { charges, schedule }: LoanProduct,
  principalMinor: bigint,
): readonly DisbursementCharge[] {
  return charges.filter(isAtDisbursement).map(charge => {
    const on = { paidOutMinor: principalMinor, principalMinor, interestMinor: 0n, outstandingMinor: principalMinor }
    return { charge, amountMinor: chargeMinor(charge.amount, on, schedule.rounding) }
  })
}

/** Of what is paid on the first day, all of it and what is an insurer's. */
export function paidAtOnce(product: LoanProduct, principalMinor: bigint) {
  const charges = disbursementCharges(product, principalMinor)
  const insurance = charges.filter(({ charge }) => charge.kind === 'insurance')
  return {
    feesMinor: sumMinor(charges.map(({ amountMinor }) => amountMinor)),
    insuranceMinor: sumMinor(insurance.map(({ amountMinor }) => amountMinor)),
  }
}

/** A charge of a loan as its schedule knows it. */
export const feeOf = ({ amount, kind }: LoanCharge): InstallmentCharge => ({
  kind: 'fee',
  amount,
  ...(kind === 'insurance' ? { isInsurance: true } : {}),
})

/** What is due later, with every installment or on a day counted from the disbursement. */
export const laterCharges = ({ charges }: LoanProduct, startsOn: BusinessDate): readonly ScheduleCharge[] =>
  charges.flatMap((charge): readonly ScheduleCharge[] => {
    const { when } = charge
    if (when.type === 'each-installment') return [{ ...feeOf(charge), dueOn: 'each-installment' }]
    return when.type === 'on-day' ? [{ ...feeOf(charge), dueOn: addDays(startsOn, when.daysAfter) }] : []
  })
