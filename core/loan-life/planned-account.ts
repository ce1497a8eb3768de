import type { Installment } from '../schedule/installment.ts'
import { makeSchedule } from '../schedule/make-schedule.ts'
import type { ScheduleTerms, Tranche } from '../schedule/schedule-terms.ts'
import type { AccountHead } from './installment-account.ts'
import type { InstallmentCharge } from './loan-terms.ts'
import type { Portions } from './portions.ts'

/** An installment as it is planned before anything is paid. */
export interface PlannedAccount extends AccountHead {
  readonly planned: Portions
  /** Interest that its own period bears, due with it or later. */
  readonly earnedMinor: bigint
  /** Of the fees, what is an insurer's. */
  readonly insuranceMinor: bigint
}

export const scheduledPortions = (installment: Installment): Portions => ({
  principal: installment.principalMinor,
  interest: installment.interestMinor,
  fees: installment.feesMinor,
  penalties: installment.penaltiesMinor,
})

/** Down payments and repayments are each counted by themselves: a tranche in between renames nothing. */
function keyed(installments: readonly Installment[]): readonly PlannedAccount[] {
  const counted = { 'down-payment': 0, repayment: 0, charge: 0 }
  return installments.map((installment): PlannedAccount => {
    const { kind, from, dueOn, earnedMinor, insuranceMinor } = installment
    counted[kind] += 1
    return {
      key: `${kind} ${counted[kind]}`,
      kind,
      from,
      dueOn,
      planned: scheduledPortions(installment),
      earnedMinor,
      insuranceMinor,
    }
  })
}

/** The schedule of what was paid out, before recalculation. */
export const plannedAccounts = (
  terms: ScheduleTerms,
  tranches: readonly Tranche[],
  charges: readonly InstallmentCharge[],
): readonly PlannedAccount[] =>
  keyed(
    makeSchedule(
      terms,
      tranches,
      charges.map(charge => ({ ...charge, dueOn: 'each-installment' })),
    ),
  )
