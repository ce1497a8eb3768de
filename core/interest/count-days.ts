import { assert } from '../assert.ts'
import { addDays, type BusinessDate, daysBetween } from '../calendar/business-date.ts'
import { yearShare } from '../calendar/day-count.ts'
import { Decimal } from '../money/decimal.ts'
import { roundDecimals } from '../money/rounding.ts'
import { type Accrual, nothingRunning, nothingTakenOver, type RunningDays } from './accrual.ts'
import { accruedInterest, rateVersionOn } from './accrued-interest.ts'
import type { InterestTerms, RateVersion } from './interest-terms.ts'
import { annualPercentAmount } from './rate-table.ts'

/** Days of one balance under one version of the rates, within one compounding period. */
interface EqualDays {
  readonly balanceMinor: bigint
  readonly version: RateVersion | undefined
  readonly days: number
  readonly numerator: number
}

/** For an average or a lowest balance an overdrawn day counts as an empty one: it is charged by itself. */
const inCredit = (balanceMinor: bigint): bigint => (balanceMinor > 0n ? balanceMinor : 0n)

/** What is weighed as overdrawn, with these days: up to the arranged limit at its rate, what lies beyond at its own. Rule: I7. */
function overdrawnWith(overdrawnText: string, { balanceMinor, version, numerator }: EqualDays): string {
  const overdraft = version?.overdraft
  if (!overdraft || balanceMinor >= 0n) return overdrawnText
  const { arrangedLimitMinor, annualPercent, excessAnnualPercent } = overdraft
  const overdrawn = new Decimal(-balanceMinor)
  const arranged = Decimal.min(overdrawn, arrangedLimitMinor)
  const percentAmount = arranged.times(annualPercent).plus(overdrawn.minus(arranged).times(excessAnnualPercent))
  return percentAmount.times(numerator).plus(overdrawnText).toString()
}

function weighedCredit(
  { balanceMinor, version, numerator }: EqualDays,
  compounded: string,
  minimumMinor: bigint,
): Decimal {
  if (!version || balanceMinor < minimumMinor) return new Decimal(0)
  return annualPercentAmount(new Decimal(balanceMinor).plus(compounded), version.credit).times(numerator)
}

function addWeight(
  weights: readonly { from: BusinessDate; numerator: number }[],
  { version, numerator }: EqualDays,
): { from: BusinessDate; numerator: number }[] {
  if (!version) return [...weights]
  const earlier = weights.filter(({ from }) => from !== version.from)
  const counted = weights.find(({ from }) => from === version.from)?.numerator ?? 0
  return [...earlier, { from: version.from, numerator: counted + numerator }]
}

function counted(
  { running, compounded }: Accrual,
  equal: EqualDays,
  { minimumBalanceMinor }: InterestTerms,
): RunningDays {
  if (running.type === 'weighed-days')
    return {
      ...running,
      sum: new Decimal(running.sum).plus(weighedCredit(equal, compounded, minimumBalanceMinor)).toString(),
    }
  const balance = new Decimal(inCredit(equal.balanceMinor))
  return {
    ...running,
    sumMinor: balance.times(equal.days).plus(running.sumMinor).toString(),
    days: running.days + equal.days,
    lowestMinor: Decimal.min(balance, running.lowestMinor ?? balance).toString(),
    weights: addWeight(running.weights, equal),
  }
}

/** Counts the days after those counted so far, through `last`, all with one closing balance and one version of the rates. */
export function countDays(
  accrual: Accrual,
  { last, balanceMinor }: { readonly last: BusinessDate; readonly balanceMinor: bigint },
  terms: InterestTerms,
): Accrual {
  assert(last > accrual.through, 'there is a day to count')
  const span = { start: addDays(accrual.through, 1), end: addDays(last, 1) }
  const { numerator } = yearShare(terms.dayCount, span)
  const version = rateVersionOn(span.start, terms)
  const equal = { balanceMinor, version, days: daysBetween(span.start, span.end), numerator }
  return {
    ...accrual,
    through: last,
    running: counted(accrual, equal, terms),
    overdrawn: overdrawnWith(accrual.overdrawn, equal),
  }
}

/** Of a minor unit: far below anything that is ever posted, and short enough for every later product to stay exact. */
const compoundedDecimals = 20

/** From here on the interest so far bears interest. Rule: I5. */
export function compound(accrual: Accrual, terms: InterestTerms): Accrual {
  const { interest } = accruedInterest(accrual, terms)
  return {
    ...accrual,
    compounded: roundDecimals(interest, compoundedDecimals, 'half-even').toString(),
    running: nothingRunning(terms),
    ...nothingTakenOver(accrual),
  }
}
