import { addDays, type BusinessDate, dateOf, daysBetween, partsOf } from '../calendar/business-date.ts'
import { daysInMonth, daysInYear } from '../calendar/civil-day.ts'
import type { Span } from '../calendar/span.ts'
import { Decimal } from '../money/decimal.ts'
import { decimalOf } from '../money/rate.ts'
import { dateAfterPeriods } from './due-dates.ts'
import type { Period } from './period.ts'
import type { Frequency, InterestShare, ScheduleTerms } from './schedule-terms.ts'

/** What a balance is multiplied by to give its interest for a time. */
export type RateFactor = Decimal

const annualFactor = ({ annualPercent }: ScheduleTerms): Decimal => decimalOf(annualPercent).div(100)

const daysOf = ({ from, dueOn }: Period): number => daysBetween(from, dueOn)

const fixedYear = ({ daysInYear: days }: InterestShare): number => (days === 'actual' ? 365 : days)

function periodsPerYear({ unit }: Frequency, share: InterestShare): number {
  const perYear = { days: fixedYear(share), weeks: 52, 'half-months': 24, months: 12 }
  return perYear[unit]
}

/** How many regular periods lie between two dates, the last of them as a share of its days. */
function realPeriods({ from, dueOn }: Period, frequency: Frequency): Decimal {
  let whole = 0
  while (dateAfterPeriods(from, whole + 1, frequency) <= dueOn) whole += 1
  const reached = dateAfterPeriods(from, whole, frequency)
  const next = dateAfterPeriods(from, whole + 1, frequency)
  return new Decimal(daysBetween(reached, dueOn)).div(daysBetween(reached, next)).plus(whole)
}

const isOfThirtyDays = ({ frequency, share }: ScheduleTerms): boolean =>
  share.daysInMonth === 30 && frequency.unit === 'months'

const regularShare = ({ frequency, share }: ScheduleTerms): Decimal =>
  new Decimal(frequency.every).div(periodsPerYear(frequency, share))

/** Whether a period ends where counting from the start, or from the first due date, puts its end; a month that was clipped is whole. */
const isRegular = (period: Period, { startsOn, dueDates, frequency }: ScheduleTerms): boolean => {
  const seed = period.place === 0 ? startsOn : (dueDates[0] ?? startsOn)
  return dateAfterPeriods(seed, period.place === 0 ? 1 : period.place, frequency) === period.dueOn
}

function cumulativeShare(period: Period, terms: ScheduleTerms): Decimal {
  const { frequency, share } = terms
  if (share.by === 'days')
    return new Decimal(isOfThirtyDays(terms) ? 30 * frequency.every : daysOf(period)).div(fixedYear(share))
  return share.countsPartialPeriods && !isRegular(period, terms)
    ? realPeriods(period, frequency).times(regularShare(terms))
    : regularShare(terms)
}

/** Of a whole period under the cumulative algorithm. */
export const cumulativeFactor = (period: Period, terms: ScheduleTerms): RateFactor =>
  annualFactor(terms).times(cumulativeShare(period, terms))

/**
 * The nominal factor by which a level installment is found: by days and months, a month is thirty days, so that the installment does not
 * depend on where February falls.
 */
function nominalFactor(period: Period, terms: ScheduleTerms): RateFactor {
  const { frequency, share } = terms
  if (share.by === 'periods') return annualFactor(terms).times(regularShare(terms))
  const days = frequency.unit === 'months' ? 30 * frequency.every : daysOf(period)
  return annualFactor(terms).times(days).div(fixedYear(share))
}

const lastOfYear = (year: number): BusinessDate => dateOf({ year, month: 12, day: 31 })

/** Days over 365 and days over 366: cut at 31 December, from which a day counts to the new year. Source: Fineract's progressive loans. */
function actualYears({ start, end }: Span): Decimal {
  const { year } = partsOf(addDays(start, 1))
  const last = lastOfYear(year)
  if (end <= last) return new Decimal(daysBetween(start, end)).div(daysInYear(year))
  return new Decimal(daysBetween(start, last)).div(daysInYear(year)).plus(actualYears({ start: last, end }))
}

function unitDays(start: BusinessDate, { frequency, share }: ScheduleTerms): number {
  const { year, month } = partsOf(start)
  const monthDays = share.daysInMonth === 30 ? 30 : daysInMonth(year, month)
  const days = { days: 1, weeks: 7, 'half-months': monthDays / 2, months: monthDays }
  return days[frequency.unit] * frequency.every
}

/** Of a part of a period under the progressive algorithm; the whole of it where the part is the period. */
export function progressiveFactor(part: Span, period: Period, terms: ScheduleTerms): RateFactor {
  const { daysInYear: year, daysInMonth: month } = terms.share
  const isActual = year === 'actual' && month === 'actual'
  if (isActual && partsOf(part.start).year !== partsOf(part.end).year)
    return annualFactor(terms).times(actualYears(part))
  const yearDays = year === 'actual' ? daysInYear(partsOf(part.start).year) : year
  return annualFactor(terms)
    .times(unitDays(part.start, terms))
    .times(daysBetween(part.start, part.end))
    .div(yearDays)
    .div(daysOf(period))
}

export const isInterestFree = ({ place }: Period, { grace }: ScheduleTerms): boolean => place < grace.interestFree

/** Of a whole period, as a level installment is found by it. */
export function levelFactor(period: Period, terms: ScheduleTerms): RateFactor {
  if (isInterestFree(period, terms)) return new Decimal(0)
  return terms.algorithm === 'cumulative'
    ? nominalFactor(period, terms)
    : progressiveFactor({ start: period.from, end: period.dueOn }, period, terms)
}

/** Of a part of a period under either algorithm. */
export function partFactor(part: Span, period: Period, terms: ScheduleTerms): RateFactor {
  if (isInterestFree(period, terms)) return new Decimal(0)
  if (terms.algorithm === 'progressive') return progressiveFactor(part, period, terms)
  return cumulativeFactor(period, terms).times(daysBetween(part.start, part.end)).div(daysOf(period))
}
