import { addDays, type BusinessDate, daysBetween, lastDayEver } from '../calendar/business-date.ts'
import type { LoanInstallment, LoanLife } from '../loan-life/loan-life.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { sumMinor } from '../money/amount.ts'
import { fraction, roundFraction } from '../money/fraction.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import { incomeBasis, type Loan } from './loan.ts'
import { defaultLimit } from './loan-standing.ts'

/** A span whose interest is earned evenly, and what was earned before it. */
export interface Earning {
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly interestMinor: bigint
  readonly beforeMinor: bigint
}

/** The span that goes on after a day; null where all there is was earned. */
export function earningAfter({ accrual }: LoanLife, date: BusinessDate): Earning | null {
  const { rows, settledOn, endedOn } = accrual
  if (settledOn !== null || endedOn !== null) return null
  const row = rows.find(({ to }) => to > date)
  if (!row) return null
  const before = rows.filter(({ to }) => to <= date)
  return { ...row, beforeMinor: sumMinor(before.map(({ interestMinor }) => interestMinor)) }
}

/** What was earned by a day of the span, rounded as a whole: what the life of the loan says for it. Rule: L24. */
export function earnedBy({ from, to, interestMinor, beforeMinor }: Earning, date: BusinessDate): bigint {
  if (date <= from) return beforeMinor
  const days = fraction(interestMinor * BigInt(daysBetween(from, date)), BigInt(daysBetween(from, to)))
  return beforeMinor + roundFraction(days, { mode: 'half-up', multipleMinor: 1n })
}

const isOwed = ({ outstanding }: LoanInstallment): boolean => portionsTotal(outstanding) > 0n

/** The days on which an installment that is owed changes how its loan stands. */
function turningDays({ dueOn }: LoanInstallment, product: LoanProduct): readonly BusinessDate[] {
  const { nonAccrualAfterDays } = product.accounting
  const { graceDays } = product.repayment.late
  return [graceDays + 1, nonAccrualAfterDays, defaultLimit(product)].map(days => addDays(dueOn, days))
}

/** What turns a loan on a day after the close of one: an installment that falls due with its charges, or has been late for so long. */
function turnsAfter(life: LoanLife, { product }: Loan, date: BusinessDate): readonly BusinessDate[] {
  const isCharged = ({ due }: LoanInstallment): boolean => due.fees + due.penalties > 0n
  return life.installments
    .flatMap(one => [...(isCharged(one) ? [one.dueOn] : []), ...(isOwed(one) ? turningDays(one, product) : [])])
    .filter(day => day > date)
}

/** Whether each night has to look: what is late changes what is planned, and costs by what is planned. */
const changesNightly = ({ penalties }: LoanLife, { product }: Loan): boolean =>
  penalties.length > 0 && product.repayment.recalculation !== undefined

/** A loan that costs penalty is looked at with the last day of a span. */
function lastEarned({ penalties }: LoanLife, earning: Earning | null): BusinessDate {
  if (!earning) return lastDayEver
  return penalties.length > 0 ? addDays(earning.to, -1) : earning.to
}

/**
 * The last date through which the close of a loan does nothing but count its interest and its penalty, if nothing befalls it, as its life
 * of a date says; null where the next one has to look at it again.
 */
export function quietUntil(life: LoanLife, loan: Loan, date: BusinessDate): BusinessDate | null {
  const isAccrued = incomeBasis(loan) === 'accrual'
  if (isAccrued && changesNightly(life, loan)) return null
  const [turn] = turnsAfter(life, loan, date).toSorted()
  const quiet = turn ? addDays(turn, -1) : lastDayEver
  const earned = isAccrued ? lastEarned(life, earningAfter(life, date)) : lastDayEver
  const until = earned < quiet ? earned : quiet
  return until > date ? until : null
}
