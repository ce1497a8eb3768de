import { sumMinor } from '../money/amount.ts'
import { Decimal } from '../money/decimal.ts'
import type { PaidOut } from './down-payments.ts'
import { periodsOf } from './period.ts'
import type { PlannedInstallment } from './planned-installment.ts'
import { cumulativeFactor } from './rate-factor.ts'
import { roundAmount, roundInstallment } from './round-schedule.ts'
import type { ScheduleTerms } from './schedule-terms.ts'

const total = (paid: readonly PaidOut[], part: 'amountMinor' | 'spreadMinor'): bigint =>
  sumMinor(paid.map(tranche => tranche[part]))

const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other)

/** Interest on all that was paid out for the whole term, down payments included; exact. */
function exactInterest(paid: readonly PaidOut[], terms: ScheduleTerms): Decimal {
  const charged = periodsOf(terms).slice(terms.grace.interestFree)
  const factor = charged.reduce((sum, period) => sum.plus(cumulativeFactor(period, terms)), new Decimal(0))
  return factor.times(new Decimal(total(paid, 'amountMinor')))
}

/** The installment as a whole is a multiple: its interest is not, so its principal makes up for it. */
function principalBeside(interestMinor: bigint, exactPrincipal: Decimal, { rounding }: ScheduleTerms): bigint {
  const whole = roundInstallment(exactPrincipal, rounding) + roundInstallment(new Decimal(interestMinor), rounding)
  const principal = whole - interestMinor
  return principal < 0n ? 0n : principal
}

/** Flat interest: on the amount paid out, not on what is outstanding; the last installment takes what rounding left of either. */
export function flatSchedule(paid: readonly PaidOut[], terms: ScheduleTerms): readonly PlannedInstallment[] {
  const { grace, rounding, amortization, balloonMinor, dueDates } = terms
  const count = dueDates.length
  const withoutInterest = Math.min(Math.max(grace.interestFree, grace.interestPayment), count - 1)
  const allInterest = exactInterest(paid, terms)
  const eachInterest = roundAmount(allInterest.div(count - withoutInterest), rounding)
  let interestLeft = roundAmount(allInterest, rounding)
  let balanceMinor = 0n
  let arrived = 0
  return periodsOf(terms).map(period => {
    const isLast = period.place === count - 1
    const soFar = paid.filter(({ date }) => date <= period.dueOn || isLast)
    balanceMinor += total(soFar.slice(arrived), 'spreadMinor')
    arrived = soFar.length
    const ownInterest = period.place < withoutInterest ? 0n : smaller(eachInterest, interestLeft)
    const interestMinor = isLast ? interestLeft : ownInterest
    interestLeft -= interestMinor
    const exactPrincipal = new Decimal(total(soFar, 'spreadMinor') - balloonMinor).div(count - grace.principal)
    const isWithoutPrincipal = amortization === 'bullet' || period.place < grace.principal
    const aimed = isWithoutPrincipal ? 0n : principalBeside(interestMinor, exactPrincipal, terms)
    const mostMinor = balanceMinor - balloonMinor
    const principalMinor = isLast ? balanceMinor : smaller(aimed, mostMinor)
    balanceMinor -= principalMinor
    return { ...period, principalMinor, interestMinor }
  })
}
