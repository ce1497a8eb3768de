import { present } from '../assert.ts'
import { sumMinor } from '../money/amount.ts'
import { type Fraction, fraction, productOf, sumOf, wholeFraction } from '../money/fraction.ts'
import type { PaidOut } from './down-payments.ts'
import { periodsOf } from './period.ts'
import type { PlannedInstallment } from './planned-installment.ts'
import { cumulativeFactor, forBearingDays } from './rate-factor.ts'
import { roundAmount, roundInstallment } from './round-schedule.ts'
import type { ScheduleTerms } from './schedule-terms.ts'

const total = (paid: readonly PaidOut[], part: 'amountMinor' | 'spreadMinor'): bigint =>
  sumMinor(paid.map(tranche => tranche[part]))

const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other)

/** Interest on all that was paid out for the whole term, down payments included; exact. */
function exactInterest(paid: readonly PaidOut[], terms: ScheduleTerms): Fraction {
  const charged = periodsOf(terms).slice(terms.grace.interestFree)
  const factors = charged.map(period => forBearingDays(cumulativeFactor(period, terms), period, terms))
  return productOf(factors.reduce(sumOf, wholeFraction(0n)), wholeFraction(total(paid, 'amountMinor')))
}

/** The installment as a whole is a multiple: its interest is not, so its principal makes up for it. */
function principalBeside(interestMinor: bigint, exactPrincipal: Fraction, { rounding }: ScheduleTerms): bigint {
  const whole = roundInstallment(exactPrincipal, rounding) + roundInstallment(wholeFraction(interestMinor), rounding)
  const principal = whole - interestMinor
  return principal < 0n ? 0n : principal
}

/** The same in each period that bears any; the last takes what rounding left. */
function evenInterest(inAll: Fraction, without: number, { rounding, dueDates }: ScheduleTerms): readonly bigint[] {
  const count = dueDates.length
  const each = roundAmount(productOf(inAll, fraction(1n, BigInt(count - without))), rounding)
  let left = roundAmount(inAll, rounding)
  return dueDates.map((_, place) => {
    const own = place < without ? 0n : smaller(each, left)
    const interest = place === count - 1 ? left : own
    left -= interest
    return interest
  })
}

/** Flat interest: on the amount paid out, not on what is outstanding; the last installment takes what rounding left of either. */
export function flatSchedule(paid: readonly PaidOut[], terms: ScheduleTerms): readonly PlannedInstallment[] {
  const { grace, amortization, balloonMinor, dueDates } = terms
  const count = dueDates.length
  const inAll = exactInterest(paid, terms)
  const borne = evenInterest(inAll, Math.min(grace.interestFree, count - 1), terms)
  const isPostponed = grace.interestPayment > grace.interestFree
  const due = isPostponed ? evenInterest(inAll, Math.min(grace.interestPayment, count - 1), terms) : borne
  let balanceMinor = 0n
  let arrived = 0
  return periodsOf(terms).map(period => {
    const isLast = period.place === count - 1
    const soFar = paid.filter(({ date }) => date <= period.dueOn || isLast)
    balanceMinor += total(soFar.slice(arrived), 'spreadMinor')
    arrived = soFar.length
    const interestMinor = present(due[period.place], 'interest of each period')
    const earnedMinor = present(borne[period.place], 'interest of each period')
    const exactPrincipal = fraction(total(soFar, 'spreadMinor') - balloonMinor, BigInt(count - grace.principal))
    const isWithoutPrincipal = amortization === 'bullet' || period.place < grace.principal
    const aimed = isWithoutPrincipal ? 0n : principalBeside(interestMinor, exactPrincipal, terms)
    const mostMinor = balanceMinor > balloonMinor ? balanceMinor - balloonMinor : 0n
    const principalMinor = isLast ? balanceMinor : smaller(aimed, mostMinor)
    balanceMinor -= principalMinor
    return { ...period, principalMinor, interestMinor, earnedMinor }
  })
}
