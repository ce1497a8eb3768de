import { daysBetween } from '../calendar/business-date.ts'
import { sumMinor } from '../money/amount.ts'
import { fraction, productOf } from '../money/fraction.ts'
import { aimedInstallment } from './aimed-installment.ts'
import { type BalancePart, balanceParts } from './balance-parts.ts'
import type { PaidOut } from './down-payments.ts'
import { type Period, periodsOf } from './period.ts'
import type { PlannedInstallment } from './planned-installment.ts'
import { postponeInterest } from './postpone-interest.ts'
import { principalWithin } from './principal-within.ts'
import { bearingSpan, cumulativeFactor, levelFactor } from './rate-factor.ts'
import { roundAmount } from './round-schedule.ts'
import type { ScheduleTerms } from './schedule-terms.ts'

/** Interest of a period on what was outstanding in each part of it, rounded once. */
function interestOf(parts: readonly BalancePart[], period: Period, terms: ScheduleTerms): bigint {
  if (period.place < terms.grace.interestFree) return 0n
  const weighed = sumMinor(
    parts.map(part => {
      const { start, end } = bearingSpan(part, terms)
      return part.balanceMinor * BigInt(daysBetween(start, end))
    }),
  )
  const average = fraction(weighed, BigInt(daysBetween(period.from, period.dueOn)))
  return roundAmount(productOf(average, cumulativeFactor(period, terms)), terms.rounding)
}

/**
 * What an installment comes to, of all that was paid out so far as if it had been from the start: the installment of a loan in tranches
 * rises with each of them and the last takes the rest.
 */
function aimedAt(spreadMinor: bigint, periods: readonly Period[], terms: ScheduleTerms): bigint {
  const repaying = periods.slice(terms.grace.principal)
  return aimedInstallment(
    spreadMinor,
    repaying.map(period => levelFactor(period, terms)),
    terms,
  )
}

/** Declining interest, one nominal rate for each period. */
export function cumulativeSchedule(paid: readonly PaidOut[], terms: ScheduleTerms): readonly PlannedInstallment[] {
  const periods = periodsOf(terms)
  let balanceMinor = 0n
  let arrivedCount = 0
  let aimedMinor = 0n
  const planned = periods.map((period): PlannedInstallment => {
    const isLast = period.place === periods.length - 1
    const soFar = paid.filter(({ date }) => date <= period.dueOn || isLast)
    const changes = soFar.slice(arrivedCount).map(({ date, spreadMinor }) => ({ date, amountMinor: spreadMinor }))
    arrivedCount = soFar.length
    const interestMinor = interestOf(balanceParts(balanceMinor, period, changes), period, terms)
    balanceMinor += sumMinor(changes.map(({ amountMinor }) => amountMinor))
    if (changes.length > 0) aimedMinor = aimedAt(sumMinor(soFar.map(({ spreadMinor }) => spreadMinor)), periods, terms)
    const principalMinor = principalWithin({ balanceMinor, interestMinor, aimedMinor, isLast }, period, terms)
    balanceMinor -= principalMinor
    return { ...period, principalMinor, interestMinor, earnedMinor: interestMinor }
  })
  return postponeInterest(planned, terms)
}
