import { newestFew } from '../newest-few.ts'
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

interface Known {
  readonly schedule: ScheduleTerms
  readonly facts: ScheduleFacts
}

interface Planned {
  readonly charges: readonly InstallmentCharge[]
  readonly tranches: string
  readonly accounts: readonly PlannedAccount[]
}

const kept = newestFew<Known>(32)

/** They are computed once for the newest few schedules. */
export function factsOf(schedule: ScheduleTerms): ScheduleFacts {
  const known = kept.find(one => one.schedule === schedule)
  return (known ?? kept.keep({ schedule, facts: newFacts(schedule) })).facts
}

function newFacts(schedule: ScheduleTerms): ScheduleFacts {
  const periods = periodsOf(schedule)
  const plans = newestFew<Planned>(4)
  return {
    periods,
    partInterest: partInterestOf(schedule),
    reducedInstallment: reducedInstallmentOf(schedule, periods),
    plannedFor: (tranches, charges) => {
      const tranchesOf = tranches.map(({ date, amountMinor }) => `${date} ${amountMinor}`).join()
      const known = plans.find(one => one.charges === charges && one.tranches === tranchesOf)
      if (known) return known.accounts
      const accounts = plannedAccounts(schedule, tranches, charges)
      return plans.keep({ charges, tranches: tranchesOf, accounts }).accounts
    },
  }
}
