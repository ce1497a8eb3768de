import { present } from '../assert.ts'
import { type BusinessDate, lastDayEver } from '../calendar/business-date.ts'
import { sumMinor } from '../money/amount.ts'
import type { BalancePart } from '../schedule/balance-parts.ts'
import type { Period } from '../schedule/period.ts'
import type { ScheduleTerms, Tranche } from '../schedule/schedule-terms.ts'
import { type BearingBalance, bearingBalance } from './bearing-balance.ts'
import type { InstallmentAccount } from './installment-account.ts'
import type { InstallmentCharge, Recalculation } from './loan-terms.ts'
import type { PartInterest } from './part-interest.ts'
import type { PlannedAccount } from './planned-account.ts'
import type { ReducedInstallment } from './reduced-installment.ts'

/** What the recalculation knows of a loan on a day. */
export interface Known {
  readonly schedule: ScheduleTerms
  readonly periods: readonly Period[]
  readonly charges: readonly InstallmentCharge[]
  readonly recalculation: Recalculation
  readonly tranches: readonly Tranche[]
  /** The schedule as it was planned. */
  readonly base: readonly PlannedAccount[]
  readonly partInterest: PartInterest
  readonly reducedInstallment: ReducedInstallment
  /** An installment as far as anything befell it. */
  readonly accountOf: (key: string) => InstallmentAccount | undefined
  /** Until when overdue money bears interest. */
  readonly lateUntil: BusinessDate
  /** The days on which something was entered or asked. */
  readonly calculatedOn: readonly BusinessDate[]
}

/** The same, as if nobody paid any more and nobody asked. */
export const withoutEnd = (known: Known, enteredOn: readonly BusinessDate[]): Known => ({
  ...known,
  lateUntil: lastDayEver,
  calculatedOn: enteredOn,
})

/** Days through which one principal bore interest, with that interest. */
export interface EarningPart extends BalancePart {
  readonly interestMinor: bigint
}

/** Interest on what really is outstanding, followed through the periods in their order. */
export interface InterestSweep {
  /** The next period, up to a day where one is given. */
  readonly earnedInNext: (until?: BusinessDate) => readonly EarningPart[]
  readonly settle: BearingBalance['settle']
}

const countsLate = (calculatedOn: readonly BusinessDate[], { from, dueOn }: Period): boolean =>
  calculatedOn.some(date => from < date && date <= dueOn)

/** Where overdue money bears interest in some periods only, the others see another balance. */
function balancesOf({ recalculation, periods, tranches, base, accountOf, lateUntil, calculatedOn }: Known) {
  const compounds = recalculation.compounding === 'interest'
  const installments = base.map(({ key, dueOn }) => ({ dueOn, parts: accountOf(key)?.parts ?? [] }))
  const balanceUntil = (until: BusinessDate | null): BearingBalance =>
    bearingBalance(periods, tranches, installments, { until, compounds })
  const late = balanceUntil(lateUntil)
  if (recalculation.lateInterest === 'every-period') return { all: [late], placeOf: () => 0 }
  const punctual = balanceUntil(null)
  return { all: [late, punctual], placeOf: (period: Period) => (countsLate(calculatedOn, period) ? 0 : 1) }
}

const partsUntil = (parts: readonly BalancePart[], until: BusinessDate | undefined): readonly BalancePart[] =>
  until === undefined
    ? parts
    : parts.filter(({ start }) => start < until).map(part => (until < part.end ? { ...part, end: until } : part))

export function interestSweep(known: Known): InterestSweep {
  const { periods, partInterest } = known
  const balances = balancesOf(known)
  let place = 0
  return {
    earnedInNext: until => {
      const period = present(periods[place], 'a period is left')
      place += 1
      const seen = balances.all.map(balance => balance.partsOfNext())
      const parts = present(seen[balances.placeOf(period)], 'what bears interest in the period')
      return partsUntil(parts, until).map(part => ({ ...part, interestMinor: partInterest(part, period) }))
    },
    settle: (installment, due) => {
      for (const balance of balances.all) balance.settle(installment, due)
    },
  }
}

export const interestOf = (earned: readonly EarningPart[]): bigint =>
  sumMinor(earned.map(({ interestMinor }) => interestMinor))
