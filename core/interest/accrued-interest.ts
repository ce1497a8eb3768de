import { present } from '../assert.ts'
import type { BusinessDate } from '../calendar/business-date.ts'
import { denominatorOf } from '../calendar/day-count.ts'
import { Decimal } from '../money/decimal.ts'
import type { Accrual, RunningDays } from './accrual.ts'
import type { InterestTerms, RateVersion } from './interest-terms.ts'
import { annualPercentAmount } from './rate-table.ts'

/** Exact, in minor units, since the last posting. */
export interface AccruedInterest {
  readonly interest: Decimal
  readonly overdraftInterest: Decimal
}

/** The version that holds on a date; undefined before the first. */
export const rateVersionOn = (date: BusinessDate, { rates }: InterestTerms): RateVersion | undefined =>
  rates.findLast(({ from }) => from <= date)

/** Balances times percent times numerators of the year's share, divided once; of the balances of several days, their average's. */
const interestOf = (weighed: Decimal, { dayCount }: InterestTerms, days = 1): Decimal =>
  weighed.isZero() ? weighed : weighed.div(100 * denominatorOf[dayCount] * days)

/** The sum of the balances of some days that bears interest: of all days for their average, of one day for the lowest. */
interface BearingBalance {
  readonly sum: Decimal
  readonly days: number
}

/** Null where the average, or the lowest, of the closing balances so far earns nothing. */
function bearingBalance(
  { sumMinor, days, lowestMinor }: Extract<RunningDays, { type: 'counted-days' }>,
  { balanceMethod, minimumBalanceMinor }: InterestTerms,
): BearingBalance | null {
  if (lowestMinor === null) return null
  const bearing =
    balanceMethod === 'minimum' ? { sum: new Decimal(lowestMinor), days: 1 } : { sum: new Decimal(sumMinor), days }
  return bearing.sum.gte(new Decimal(minimumBalanceMinor).times(bearing.days)) ? bearing : null
}

function interestRunning({ running, compounded }: Accrual, terms: InterestTerms): Decimal {
  if (running.type === 'weighed-days') return interestOf(new Decimal(running.sum), terms)
  const bearing = bearingBalance(running, terms)
  if (bearing === null) return new Decimal(0)
  const sum = new Decimal(compounded).times(bearing.days).plus(bearing.sum)
  const weighed = running.weights.reduce((total, { from, numerator }) => {
    const version = present(rateVersionOn(from, terms), 'days are counted under the version that holds')
    return total.plus(annualPercentAmount(sum, version.credit, bearing.days).times(numerator))
  }, new Decimal(0))
  return interestOf(weighed, terms, bearing.days)
}

/** What has accrued since the last posting, through the last day counted. Rule: I2. */
export const accruedInterest = (accrual: Accrual, terms: InterestTerms): AccruedInterest => ({
  interest: interestRunning(accrual, terms)
    .plus(accrual.compounded)
    .plus(accrual.takenOver ?? 0),
  overdraftInterest: interestOf(new Decimal(accrual.overdrawn), terms),
})
