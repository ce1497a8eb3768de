import type { BusinessDate } from '../calendar/business-date.ts'
import type { LoanInstallment } from '../loan-life/loan-life.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { sumMinor } from '../money/amount.ts'
import { fractionOf } from '../money/fraction.ts'
import type { Rate } from '../money/rate.ts'
import { sharePercent } from '../money/share.ts'
import { disposableMinor, type Household } from './household.ts'

/** What is to be paid on a day. */
export interface PaymentDue {
  readonly dueOn: BusinessDate
  readonly dueMinor: bigint
}

/** A month in which installments fall due. */
export interface MonthOfLoan {
  /** The first due date in it. */
  readonly from: BusinessDate
  readonly dueMinor: bigint
  /** What the household has left before them, and after what its other loans here ask for in the month. */
  readonly disposableMinor: bigint
  readonly othersMinor: bigint
  /** The one as percent of the other; absent where nothing is left. */
  readonly percent?: Rate
}

export interface Affordability {
  readonly months: readonly MonthOfLoan[]
  /** The month that weighs most on the household. */
  readonly heaviest: MonthOfLoan
  /** Of the month in which most is due. */
  readonly largestDueMinor: bigint
  readonly verdict: 'within' | 'beyond' | 'no-ceiling'
}

/** The month weighs more than the other: more is due of what is left, and most where nothing is left. */
function isHeavier(one: MonthOfLoan, other: MonthOfLoan): boolean {
  if (one.disposableMinor <= 0n || other.disposableMinor <= 0n)
    return one.disposableMinor <= 0n && (other.disposableMinor > 0n || one.disposableMinor < other.disposableMinor)
  return one.dueMinor * other.disposableMinor > other.dueMinor * one.disposableMinor
}

/** Whether more is due than the ceiling allows of what is left, to the last minor unit. */
function isBeyond({ dueMinor, disposableMinor: left }: MonthOfLoan, ceiling: Rate): boolean {
  if (left <= 0n) return dueMinor > 0n
  const { numerator, denominator } = fractionOf(ceiling)
  return dueMinor * 100n * denominator > left * numerator
}

/** What each installment comes to. */
export const paymentsOf = (installments: readonly LoanInstallment[]): readonly PaymentDue[] =>
  installments.map(({ dueOn, due }) => ({ dueOn, dueMinor: portionsTotal(due) }))

const monthOf = (date: BusinessDate): string => date.slice(0, 7)

function monthsOf(
  household: Household,
  payments: readonly PaymentDue[],
  others: readonly PaymentDue[],
): readonly MonthOfLoan[] {
  const months = new Map<string, { from: BusinessDate; dueMinor: bigint }>()
  for (const { dueOn, dueMinor } of payments) {
    const known = months.get(monthOf(dueOn))
    months.set(monthOf(dueOn), { from: known?.from ?? dueOn, dueMinor: (known?.dueMinor ?? 0n) + dueMinor })
  }
  return [...months.values()].map(({ from, dueMinor }) => {
    const othersMinor = sumMinor(
      others.filter(({ dueOn }) => monthOf(dueOn) === monthOf(from)).map(other => other.dueMinor),
    )
    const left = disposableMinor(household, from) - othersMinor
    const percent = left > 0n ? { percent: sharePercent(dueMinor, left) } : {}
    return { from, dueMinor, disposableMinor: left, othersMinor, ...percent }
  })
}

/**
 * What a loan's plan asks of a household, month by month: what is due in each month against what the household has left in it, season by
 * season, after what its `others`, the borrower's other loans in the same currency, ask for. Null where nothing is due. Rule: L52.
 */
export function affordability(
  household: Household,
  payments: readonly PaymentDue[],
  { ceiling, others }: { readonly ceiling: Rate | undefined; readonly others: readonly PaymentDue[] },
): Affordability | null {
  const months = monthsOf(household, payments, others)
  const [first, ...later] = months
  if (!first) return null
  const heaviest = later.reduce((heavy, month) => (isHeavier(month, heavy) ? month : heavy), first)
  const largestDueMinor = months.reduce((largest, { dueMinor }) => (dueMinor > largest ? dueMinor : largest), 0n)
  const verdict = ceiling === undefined ? 'no-ceiling' : isBeyond(heaviest, ceiling) ? 'beyond' : 'within'
  return { months, heaviest, largestDueMinor, verdict }
}
