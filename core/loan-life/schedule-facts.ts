import { type Period, periodsOf } from '../schedule/period.ts'
import type { ScheduleTerms, Tranche } from '../schedule/schedule-terms.ts'
import type { InstallmentCharge } from './loan-terms.ts'
import { type PartInterest, partInterestOf } from './part-interest.ts'
import { type PlannedAccount, plannedAccounts } from './planned-account.ts'
import { type ReducedInstallment, reducedInstallmentOf } from './reduced-installment.ts'

/** What each replay over the same schedule asks for again. */
export interface ScheduleFacts {
  readonly periods: readonly Period[]
  readonly partInterest: PartInterest
  readonly reducedInstallment: ReducedInstallment
  readonly plannedFor: (
    tranches: readonly Tranche[],
    charges: readonly InstallmentCharge[],
  ) => readonly PlannedAccount[]
}

const known = new WeakMap<ScheduleTerms, ScheduleFacts>()

/** They are computed once for as long as somebody has the schedule. */
export function factsOf(schedule: ScheduleTerms): ScheduleFacts {
  const facts = known.get(schedule) ?? newFacts(schedule)
  known.set(schedule, facts)
  return facts
}

function newFacts(schedule: ScheduleTerms): ScheduleFacts {
  const periods = periodsOf(schedule)
  const planned = new WeakMap<readonly InstallmentCharge[], Map<string, readonly PlannedAccount[]>>()
  return {
    periods,
    partInterest: partInterestOf(schedule),
    reducedInstallment: reducedInstallmentOf(schedule, periods),
    plannedFor: (tranches, charges) => {
      const withCharges = planned.get(charges) ?? new Map<string, readonly PlannedAccount[]>()
      const key = tranches.map(({ date, amountMinor }) => `${date} ${amountMinor}`).join()
      const accounts = withCharges.get(key) ?? plannedAccounts(schedule, tranches, charges)
      planned.set(charges, withCharges.set(key, accounts))
      return accounts
    },
  }
}
