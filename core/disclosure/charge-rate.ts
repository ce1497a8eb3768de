import type { EuInterval } from '../calendar/eu-interval.ts'
import type { Decimal } from '../money/decimal.ts'
import { ok, type Result } from '../result.ts'
import { findRate, type NoRate, type Worth } from './find-rate.ts'
import { RateDecimal } from './rate-decimal.ts'

/** Money to the borrower is negative, from the borrower positive; how long after the first drawdown. */
export interface DatedFlow extends EuInterval {
  readonly amountMinor: bigint
}

/** The flow's time in periods of one length: whole ones, and days of a year. */
interface Timed {
  readonly amount: Decimal
  readonly periods: Decimal
  readonly days: number
  readonly yearDays: number
  readonly inAll: Decimal
}

function timed({ amountMinor, periods, periodsPerYear, days, yearDays }: DatedFlow, perYear: number): Timed {
  const whole = new RateDecimal(periods).times(perYear).div(periodsPerYear)
  const inAll = new RateDecimal(days).times(perYear).div(yearDays).plus(whole)
  return { amount: new RateDecimal(amountMinor), periods: whole, days, yearDays, inAll }
}

/** What a day's growth is a power of, found once for each length of year: a fractional power is dear, a whole one is not. */
function oddDaysGrowth(growth: Decimal, perYear: number): (days: number, yearDays: number) => Decimal {
  const ofDay = new Map<number, Decimal>()
  return (days, yearDays) => {
    const known = ofDay.get(yearDays) ?? growth.pow(new RateDecimal(perYear).div(yearDays))
    ofDay.set(yearDays, known)
    return known.pow(days)
  }
}

function worthOf(inOrder: readonly Timed[], rate: Decimal, perYear: number): Worth {
  const growth = rate.plus(1)
  const growthOver = oddDaysGrowth(growth, perYear)
  let [value, slope, discount, reached] = [
    new RateDecimal(0),
    new RateDecimal(0),
    new RateDecimal(1),
    new RateDecimal(0),
  ]
  for (const { amount, periods, days, yearDays, inAll } of inOrder) {
    discount = discount.div(growth.pow(periods.minus(reached)))
    reached = periods
    const worth = amount.times(days === 0 ? discount : discount.div(growthOver(days, yearDays)))
    value = value.plus(worth)
    slope = slope.minus(worth.times(inAll))
  }
  return { value, slope: slope.div(growth) }
}

/**
 * The annual percentage rate of charge, in percent: the yearly rate, compounded, at which what the borrower gets and pays is worth the same.
 * It is found as the rate of the flows' own period. Refuses no-rate. Source: Directive 2008/48/EC, annex I, part I.
 */
export function chargeRate(flows: readonly DatedFlow[]): Result<Decimal, NoRate> {
  const perYear = Math.max(...flows.map(({ periodsPerYear }) => periodsPerYear))
  const inOrder = flows.map(flow => timed(flow, perYear)).sort((one, other) => one.periods.cmp(other.periods))
  const found = findRate(rate => worthOf(inOrder, rate, perYear))
  return found.ok ? ok(found.value.plus(1).pow(perYear).minus(1).times(100)) : found
}
