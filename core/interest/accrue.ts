import { assert, present } from '../assert.ts'
import { addDays, type BusinessDate } from '../calendar/business-date.ts'
import { Decimal } from '../money/decimal.ts'
import { decimalOf } from '../money/rate.ts'
import { roundMinor } from '../money/rounding.ts'
import { type Accrual, nothingRunning, nothingTakenOver } from './accrual.ts'
import { type AccruedInterest, accruedInterest } from './accrued-interest.ts'
import { compound, countDays } from './count-days.ts'
import type { InterestTerms } from './interest-terms.ts'
import { calendarGrid, openingGrid, type PeriodGrid, periodEnd } from './period-end.ts'

/** What an account is given or charged for a posting period. `exact` is decimal text of minor units; the tax is taken off the amount. */
export interface InterestPosting {
  readonly type: 'interest' | 'overdraft-interest'
  readonly periodStart: BusinessDate
  readonly periodEnd: BusinessDate
  readonly postingDate: BusinessDate
  readonly exact: string
  readonly amountMinor: bigint
  readonly taxMinor: bigint
}

export interface BookedInterest {
  readonly interestMinor: bigint
  readonly overdraftInterestMinor: bigint
}

/**
 * `accrual.through` is the last day counted, which may lie before the day asked for: a posting changes the balance.
 * `booked` is what these days add to the interest in the books: the rounded total since the last posting less what it was, so that the
 * bookings of a period add up to its posting.
 */
export interface AccruedDays {
  readonly accrual: Accrual
  readonly booked: BookedInterest
  readonly postings: readonly InterestPosting[]
}

const earliest = (first: BusinessDate, ...others: readonly (BusinessDate | null | undefined)[]): BusinessDate =>
  others.reduce<BusinessDate>((found, date) => (date && date < found ? date : found), first)

const gridOf = ({ openedOn }: Accrual, { periods, yearStartMonth }: InterestTerms): PeriodGrid =>
  periods === 'calendar' ? calendarGrid(yearStartMonth) : openingGrid(openedOn)

function postingEnd(accrual: Accrual, day: BusinessDate, terms: InterestTerms): BusinessDate {
  const lastDay = accrual.maturesOn && addDays(accrual.maturesOn, -1)
  if (terms.posting === 'at-maturity') return present(lastDay, 'what is posted at maturity matures')
  return earliest(periodEnd(day, terms.posting, gridOf(accrual, terms)), lastDay)
}

function compoundingEnd(accrual: Accrual, day: BusinessDate, terms: InterestTerms): BusinessDate {
  const end = postingEnd(accrual, day, terms)
  if (terms.compounding === 'at-posting') return end
  return earliest(end, periodEnd(day, terms.compounding, gridOf(accrual, terms)))
}

/**
 * Counts on until the next day on which something changes: a compounding period or a version of the rates ends.
 * At the end of a posting period nothing is compounded: posting rounds the exact interest, once.
 */
function countOn(accrual: Accrual, last: BusinessDate, balanceMinor: bigint, terms: InterestTerms): Accrual {
  const day = addDays(accrual.through, 1)
  const compoundingLast = compoundingEnd(accrual, day, terms)
  const nextVersion = terms.rates.find(({ from }) => from > day)
  const end = earliest(last, compoundingLast, nextVersion && addDays(nextVersion.from, -1))
  const counted = countDays(accrual, { last: end, balanceMinor }, terms)
  const isCompounded = end === compoundingLast && end < postingEnd(accrual, day, terms)
  return isCompounded ? compound(counted, terms) : counted
}

/** What is booked or posted of an exact amount. */
export const rounded = (exact: Decimal, { rounding }: InterestTerms): bigint => roundMinor(exact, rounding).amountMinor

const bookedBetween = (before: AccruedInterest, after: AccruedInterest, terms: InterestTerms): BookedInterest => ({
  interestMinor: rounded(after.interest, terms) - rounded(before.interest, terms),
  overdraftInterestMinor: rounded(after.overdraftInterest, terms) - rounded(before.overdraftInterest, terms),
})

/** What is withheld of an amount that is posted. Rule: I8. */
export function taxOn(amountMinor: bigint, { withholdingTax }: InterestTerms): bigint {
  if (!withholdingTax) return 0n
  const exact = new Decimal(amountMinor).times(decimalOf(withholdingTax.percent)).div(100)
  return roundMinor(exact, withholdingTax.rounding).amountMinor
}

/** The postings of the period that ended on the last day counted; what rounds to nothing is not posted. */
function postingsOf(
  { periodStart, through }: Accrual,
  { interest, overdraftInterest }: AccruedInterest,
  terms: InterestTerms,
): readonly InterestPosting[] {
  const posting = (type: InterestPosting['type'], exact: Decimal): InterestPosting => {
    const amountMinor = rounded(exact, terms)
    return {
      type,
      periodStart,
      periodEnd: through,
      postingDate: terms.postAt === 'period-end' ? through : addDays(through, 1),
      exact: exact.toString(),
      amountMinor,
      taxMinor: type === 'interest' ? taxOn(amountMinor, terms) : 0n,
    }
  }
  return [posting('interest', interest), posting('overdraft-interest', overdraftInterest)].filter(
    ({ amountMinor }) => amountMinor > 0n,
  )
}

const afterPosting = (accrual: Accrual, terms: InterestTerms): Accrual => ({
  ...accrual,
  periodStart: addDays(accrual.through, 1),
  compounded: '0',
  running: nothingRunning(terms),
  overdrawn: '0',
  ...nothingTakenOver(accrual),
})

/**
 * Accrues interest on the days after those counted, each of which closed with the same balance, through a day or to the end of the
 * posting period, whichever is earlier. Days in one call or in many: the same to the last digit.
 * Asserts that there is a day to count, and that it lies before maturity. Rules: I2, I3, I6, I7.
 */
export function accrueThrough(
  accrual: Accrual,
  { through, balanceMinor }: { readonly through: BusinessDate; readonly balanceMinor: bigint },
  terms: InterestTerms,
): AccruedDays {
  assert(through > accrual.through, 'there is a day to accrue')
  assert(accrual.maturesOn === null || through < accrual.maturesOn, 'nothing accrues from maturity on')
  const periodLast = postingEnd(accrual, addDays(accrual.through, 1), terms)
  const last = earliest(through, periodLast)
  let counted = accrual
  while (counted.through < last) counted = countOn(counted, last, balanceMinor, terms)
  const after = accruedInterest(counted, terms)
  const booked = bookedBetween(accruedInterest(accrual, terms), after, terms)
  return last === periodLast
    ? { accrual: afterPosting(counted, terms), booked, postings: postingsOf(counted, after, terms) }
    : { accrual: counted, booked, postings: [] }
}
