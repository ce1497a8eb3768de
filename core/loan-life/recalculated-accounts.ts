import type { BusinessDate } from '../calendar/business-date.ts'
import { sumMinor } from '../money/amount.ts'
import { aimedInstallment } from '../schedule/aimed-installment.ts'
import { type Period, periodsOf } from '../schedule/period.ts'
import { principalWithin } from '../schedule/principal-within.ts'
import { levelFactor } from '../schedule/rate-factor.ts'
import type { ScheduleTerms, Tranche } from '../schedule/schedule-terms.ts'
import { type Bearing, bearingParts } from './bearing-balance.ts'
import type { PaidPart } from './installment-account.ts'
import type { Recalculation } from './loan-terms.ts'
import type { PartInterest } from './part-interest.ts'
import type { PlannedAccount } from './planned-account.ts'
import { nothing, type Portions, sumPortions } from './portions.ts'

/** What the recalculation knows of a loan on a day. */
export interface Known {
  readonly schedule: ScheduleTerms
  readonly recalculation: Recalculation
  readonly tranches: readonly Tranche[]
  /** The schedule as it was planned. */
  readonly base: readonly PlannedAccount[]
  readonly partInterest: PartInterest
  readonly partsOf: (key: string) => readonly PaidPart[]
  /** Until when overdue money bears interest. */
  readonly lateUntil: BusinessDate
  /** The days on which something was entered or asked. */
  readonly calculatedOn: readonly BusinessDate[]
}

const paidOf = ({ partsOf }: Known, { key }: PlannedAccount): Portions =>
  sumPortions(partsOf(key).map(({ portions }) => portions))

const bearing = (known: Known, { key, dueOn }: PlannedAccount, due: Portions): Bearing => ({
  dueOn,
  due,
  parts: known.partsOf(key),
})

const countsLate = ({ recalculation, calculatedOn }: Known, { from, dueOn }: Period): boolean =>
  recalculation.lateInterest === 'every-period' || calculatedOn.some(date => from < date && date <= dueOn)

/** Interest of one period on what really was outstanding in each part of it; never less than was paid of it. */
export function recalculatedInterest(
  known: Known,
  period: Period,
  installments: readonly Bearing[],
  until: BusinessDate = period.dueOn,
): bigint {
  const { recalculation, tranches, lateUntil, partInterest } = known
  const late = {
    until: countsLate(known, period) ? lateUntil : null,
    compounds: recalculation.compounding === 'interest',
  }
  const parts = bearingParts(period, tranches, installments, late)
  return sumMinor(
    parts.flatMap(({ start, end, balanceMinor }) => {
      if (start >= until) return []
      return [partInterest({ start, end: end < until ? end : until, balanceMinor }, period)]
    }),
  )
}

/** What the installments that are left aim at, as money in advance changes it. */
interface Aim {
  /** Instead of what the schedule planned. */
  readonly reducedMinor: bigint | null
  /** Principal that was paid before its time and takes the place of what comes next. */
  readonly surplusMinor: bigint
}

interface Row {
  readonly period: Period
  readonly planned: PlannedAccount
  readonly interestMinor: bigint
  readonly paidMinor: bigint
  /** Principal outstanding before this installment, and paid ahead of those after it. */
  readonly outstandingMinor: bigint
  readonly paidAheadMinor: bigint
  readonly isLast: boolean
}

const atLeast = (amountMinor: bigint, leastMinor: bigint): bigint =>
  amountMinor > leastMinor ? amountMinor : leastMinor
const atMost = (amountMinor: bigint, mostMinor: bigint): bigint => (amountMinor < mostMinor ? amountMinor : mostMinor)

function aimedPrincipal({ period, planned, outstandingMinor, interestMinor, isLast }: Row, aim: Aim, known: Known) {
  const { principal, interest } = planned.planned
  const plannedMinor = known.schedule.amortization === 'equal-principal' ? principal : principal + interest
  return principalWithin(
    { balanceMinor: outstandingMinor, interestMinor, aimedMinor: aim.reducedMinor ?? plannedMinor, isLast },
    period,
    known.schedule,
  )
}

/** The installment again over what is left after one that took more than it was to. */
function reducedAfter(row: Row, periods: readonly Period[], { schedule }: Known): bigint | null {
  const left = periods.filter(({ place }) => place > row.period.place && place >= schedule.grace.principal)
  const leftMinor = row.outstandingMinor - row.paidMinor
  if (left.length === 0 || leftMinor === 0n) return null
  return aimedInstallment(
    leftMinor,
    left.map(period => levelFactor(period, schedule)),
    schedule,
  )
}

/** The principal of one installment, and what those after it aim at. */
function principalOf(row: Row, aim: Aim, periods: readonly Period[], known: Known): readonly [bigint, Aim] {
  if (row.isLast) return [row.outstandingMinor, aim]
  const wantedMinor = aimedPrincipal(row, aim, known)
  const aimedMinor = atLeast(wantedMinor - aim.surplusMinor, 0n)
  const possibleMinor = atMost(aimedMinor, row.outstandingMinor - row.paidAheadMinor)
  const excessMinor = row.paidMinor - aimedMinor
  const unusedMinor = aim.surplusMinor - (wantedMinor - aimedMinor)
  const principalMinor = atLeast(possibleMinor, row.paidMinor)
  if (excessMinor <= 0n) return [principalMinor, { ...aim, surplusMinor: unusedMinor }]
  switch (known.recalculation.advance) {
    case 'reduce-installment':
      return [principalMinor, { ...aim, reducedMinor: reducedAfter(row, periods, known) ?? aim.reducedMinor }]
    case 'reschedule-next':
      return [principalMinor, { ...aim, surplusMinor: unusedMinor + excessMinor }]
    case 'reduce-number':
    case 'adjust-last-unpaid':
      return [principalMinor, aim]
  }
}

/** Principal paid out by the end of a period, less that of the installments due by then. */
function outstandingIn({ tranches }: Known, { dueOn }: Period, isLast: boolean, due: readonly Bearing[]): bigint {
  const arrived = tranches.filter(({ date }) => isLast || date <= dueOn).map(({ amountMinor }) => amountMinor)
  return sumMinor(arrived) - sumMinor(due.map(({ due: { principal } }) => principal))
}

/** The installments with interest on what is really outstanding, and with the principal that then falls to each. Rules: L20 and L21. */
export function recalculatedAccounts(known: Known): readonly PlannedAccount[] {
  const periods = periodsOf(known.schedule)
  const downPayments = known.base.filter(({ kind }) => kind === 'down-payment')
  const repayments = known.base.filter(({ kind }) => kind === 'repayment')
  const settled = downPayments.map(planned => bearing(known, planned, planned.planned))
  const made: PlannedAccount[] = []
  let aim: Aim = { reducedMinor: null, surplusMinor: 0n }
  for (const [place, planned] of repayments.entries()) {
    const period = { place, from: planned.from, dueOn: planned.dueOn }
    const isLast = place === repayments.length - 1
    const ahead = repayments.slice(place)
    const open = ahead.map(later => bearing(known, later, nothing))
    const paid = paidOf(known, planned)
    const interestMinor = atLeast(recalculatedInterest(known, period, [...settled, ...open]), paid.interest)
    const before = settled.filter(({ dueOn }) => isLast || dueOn <= period.dueOn)
    const row: Row = {
      period,
      planned,
      interestMinor,
      paidMinor: paid.principal,
      outstandingMinor: outstandingIn(known, period, isLast, before),
      paidAheadMinor: sumMinor(ahead.slice(1).map(later => paidOf(known, later).principal)),
      isLast,
    }
    const [principalMinor, nextAim] = principalOf(row, aim, periods, known)
    aim = nextAim
    const due = { ...planned.planned, principal: principalMinor, interest: interestMinor }
    settled.push(bearing(known, planned, due))
    made.push({ ...planned, planned: due })
  }
  const recalculated = new Map(made.map(account => [account.key, account]))
  return known.base.map(planned => recalculated.get(planned.key) ?? planned)
}
