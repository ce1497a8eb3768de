import type { BusinessDate } from '../calendar/business-date.ts'
import { chargesMinor, insuranceMinor } from './charge-amount.ts'
import type { Installment } from './installment.ts'
import type { ScheduleCharge } from './schedule-charge.ts'
import type { ScheduleRounding } from './schedule-terms.ts'

/** A day belongs to the period it lies in: after its start, up to its due date; of the first period the start belongs to it, too. */
const isDueWith = (dueOn: ScheduleCharge['dueOn'], { from, dueOn: last }: Installment, isFirst: boolean): boolean =>
  dueOn === 'each-installment' || ((from < dueOn || isFirst) && dueOn <= last)

const latest = (dates: readonly BusinessDate[]): BusinessDate | undefined => dates.toSorted().at(-1)

/** What falls due after the last repayment is an installment of its own, on the last day of any of it. */
function afterMaturity(
  installments: readonly Installment[],
  charges: readonly ScheduleCharge[],
): readonly Installment[] {
  const maturity = installments.at(-1)
  const late = charges.flatMap(({ dueOn }) =>
    dueOn === 'each-installment' || !maturity || dueOn <= maturity.dueOn ? [] : [dueOn],
  )
  const dueOn = latest(late)
  if (!dueOn || !maturity) return installments
  const nothing = {
    principalMinor: 0n,
    interestMinor: 0n,
    earnedMinor: 0n,
    feesMinor: 0n,
    insuranceMinor: 0n,
    penaltiesMinor: 0n,
    balanceAfterMinor: 0n,
  }
  return [...installments, { ...nothing, number: maturity.number + 1, kind: 'charge', from: maturity.dueOn, dueOn }]
}

/** The installments with the charges that are due with each. Down payments carry none. */
export function placeCharges(
  planned: readonly Installment[],
  charges: readonly ScheduleCharge[],
  { paidOutMinor, rounding }: { readonly paidOutMinor: bigint; readonly rounding: ScheduleRounding },
): readonly Installment[] {
  const installments = afterMaturity(planned, charges)
  const first = installments.find(({ kind }) => kind === 'repayment')
  return installments.map(installment => {
    if (installment.kind === 'down-payment') return installment
    const due = charges.filter(
      ({ dueOn }) =>
        isDueWith(dueOn, installment, installment === first) &&
        !(dueOn === 'each-installment' && installment.kind === 'charge'),
    )
    const outstandingMinor = installment.balanceAfterMinor + installment.principalMinor
    const on = { ...installment, paidOutMinor, outstandingMinor }
    return {
      ...installment,
      feesMinor: chargesMinor(due, 'fee', on, rounding),
      insuranceMinor: insuranceMinor(due, on, rounding),
      penaltiesMinor: chargesMinor(due, 'penalty', on, rounding),
    }
  })
}
