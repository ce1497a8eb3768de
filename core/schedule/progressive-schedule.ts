import { present } from '../assert.ts'
import { absoluteMinor, sumMinor } from '../money/amount.ts'
import { fraction, productOf, wholeFraction } from '../money/fraction.ts'
import { aimedInstallment } from './aimed-installment.ts'
import { type BalancePart, balanceParts } from './balance-parts.ts'
import type { PaidOut } from './down-payments.ts'
import { type Period, periodsOf } from './period.ts'
import type { PlannedInstallment } from './planned-installment.ts'
import { postponeInterest } from './postpone-interest.ts'
import { principalWithin } from './principal-within.ts'
import { isInterestFree, levelFactor, progressiveFactor } from './rate-factor.ts'
import { roundAmount, roundInstallment } from './round-schedule.ts'
import type { ScheduleTerms } from './schedule-terms.ts'

/** Each part's interest is rounded by itself. */
const interestOf = (parts: readonly BalancePart[], period: Period, terms: ScheduleTerms): bigint =>
  isInterestFree(period, terms)
    ? 0n
    : sumMinor(
        parts.map(part => {
          const exact = productOf(progressiveFactor(part, period, terms), wholeFraction(part.balanceMinor))
          return roundAmount(exact, terms.rounding)
        }),
      )

/** The rest of a schedule from one period on, with what was outstanding when it began. */
interface Rest {
  readonly periods: readonly Period[]
  readonly openingMinor: bigint
  /** Paid out in the first of these periods. */
  readonly arrived: readonly PaidOut[]
}

function aimedAt({ periods, openingMinor, arrived }: Rest, terms: ScheduleTerms): bigint {
  const principalMinor = openingMinor + sumMinor(arrived.map(({ spreadMinor }) => spreadMinor))
  const repaying = periods.filter(({ place }) => place >= terms.grace.principal)
  return aimedInstallment(
    principalMinor,
    repaying.map(period => levelFactor(period, terms)),
    terms,
  )
}

function planRest({ periods, openingMinor, arrived }: Rest, aimedMinor: bigint, terms: ScheduleTerms) {
  let balanceMinor = openingMinor
  return periods.map((period, index): PlannedInstallment => {
    const changes = index === 0 ? arrived.map(({ date, spreadMinor }) => ({ date, amountMinor: spreadMinor })) : []
    const interestMinor = interestOf(balanceParts(balanceMinor, period, changes), period, terms)
    balanceMinor += sumMinor(changes.map(({ amountMinor }) => amountMinor))
    const isLast = index === periods.length - 1
    const principalMinor = principalWithin({ balanceMinor, interestMinor, aimedMinor, isLast }, period, terms)
    balanceMinor -= principalMinor
    return { ...period, principalMinor, interestMinor, earnedMinor: interestMinor }
  })
}

/** By how much the last installment, which takes the rest, is more than the others. */
function excessOfLast(
  planned: readonly PlannedInstallment[],
  aimedMinor: bigint,
  { balloonMinor }: ScheduleTerms,
): bigint {
  const last = present(planned.at(-1), 'a schedule has a last installment')
  return last.principalMinor + last.interestMinor - balloonMinor - aimedMinor
}

/**
 * The rest by its level installment; where the last would differ by more minor units than half as many as there are installments, the
 * difference is spread over all, if that brings the last one nearer.
 */
function smoothedRest(rest: Rest, terms: ScheduleTerms): readonly PlannedInstallment[] {
  const aimedMinor = aimedAt(rest, terms)
  const planned = planRest(rest, aimedMinor, terms)
  if (terms.amortization !== 'equal-installments') return planned
  const count = rest.periods.length
  const excess = excessOfLast(planned, aimedMinor, terms)
  if (absoluteMinor(excess) <= BigInt(Math.floor(count / 2))) return planned
  const movedMinor = aimedMinor + roundInstallment(fraction(excess, BigInt(count)), terms.rounding)
  const moved = planRest(rest, movedMinor, terms)
  return absoluteMinor(excessOfLast(moved, movedMinor, terms)) < absoluteMinor(excess) ? moved : planned
}

/** A tranche belongs to the period in which it bears interest first: on a due date, to the next. */
const isPaidOutIn = ({ date }: PaidOut, { from, dueOn, place }: Period, isLast: boolean): boolean =>
  (date >= from || place === 0) && (date < dueOn || isLast)

/** Declining interest by rate factors; with each tranche the installment is found again over what is left. */
export function progressiveSchedule(paid: readonly PaidOut[], terms: ScheduleTerms): readonly PlannedInstallment[] {
  const periods = periodsOf(terms)
  const arrivedIn = periods.map((period, place) =>
    paid.filter(tranche => isPaidOutIn(tranche, period, place === periods.length - 1)),
  )
  let planned: readonly PlannedInstallment[] = []
  for (const [place, arrived] of arrivedIn.entries()) {
    if (place > 0 && arrived.length === 0) continue
    const before = planned.slice(0, place)
    const paidBefore = sumMinor(
      arrivedIn.slice(0, place).flatMap(tranches => tranches.map(tranche => tranche.spreadMinor)),
    )
    const openingMinor = paidBefore - sumMinor(before.map(({ principalMinor }) => principalMinor))
    planned = [...before, ...smoothedRest({ periods: periods.slice(place), openingMinor, arrived }, terms)]
  }
  return postponeInterest(planned, terms)
}
