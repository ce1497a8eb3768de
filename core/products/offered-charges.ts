import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { percentOf } from '../schedule/round-schedule.ts'
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
    const { amount } = charge
    if (amount.type === 'fixed') return { charge, amountMinor: amount.amountMinor }
    return { charge, amountMinor: percentOf(amount.percent, principalMinor, schedule.rounding) }
  })
}

/** What is due later, with every installment or on a day counted from the disbursement. */
export const laterCharges = ({ charges }: LoanProduct, startsOn: BusinessDate): readonly ScheduleCharge[] =>
  charges.flatMap(({ amount, when }): readonly ScheduleCharge[] => {
    if (when.type === 'each-installment') return [{ kind: 'fee', amount, dueOn: 'each-installment' }]
    return when.type === 'on-day' ? [{ kind: 'fee', amount, dueOn: addDays(startsOn, when.daysAfter) }] : []
  })
