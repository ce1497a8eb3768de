import { addDays, type BusinessDate, dateOf, daysBetween, partsOf } from '../calendar/business-date.ts'
import { daysInMonth, daysInYear } from '../calendar/civil-day.ts'
import type { Span } from '../calendar/span.ts'
import { type Fraction, fraction, fractionOf, productOf, sumOf, wholeFraction } from '../money/fraction.ts'
import { dateAfterPeriods, isChosenDay } from './due-dates.ts'
import type { Period } from './period.ts'
import type { Frequency, InterestShare, ScheduleTerms } from './schedule-terms.ts'

/** What a balance is multiplied by to give its interest for a time. */
export type RateFactor = Fraction

/** A share of something, of days of a year for the most part. */
const ratio = (part: number, whole: number): Fraction => fraction(BigInt(part), BigInt(whole))

const annualFactor = ({ annualPercent }: ScheduleTerms): Fraction => productOf(fractionOf(annualPercent), ratio(1, 100))

const daysOf = ({ from, dueOn }: Period): number => daysBetween(from, dueOn)

const fixedYear = ({ daysInYear: days }: InterestShare): number => (days === 'actual' ? 365 : days)

function periodsPerYear({ unit }: Frequency, share: InterestShare): number {
  const perYear = { days: fixedYear(share), weeks: 52, 'half-months': 24, months: 12 }
  return perYear[unit]
}

/** How many regular periods lie between two dates, the last of them as a share of its days. */
function realPeriods({ from, dueOn }: Period, { every, unit }: Frequency): Fraction {
  const frequency = { every, unit }
  let whole = 0
  while (dateAfterPeriods(from, whole + 1, frequency) <= dueOn) whole += 1
  const reached = dateAfterPeriods(from, whole, frequency)
  const next = dateAfterPeriods(from, whole + 1, frequency)
  const length = daysBetween(reached, next)
  return ratio(whole * length + daysBetween(reached, dueOn), length)
}

const isOfThirtyDays = ({ frequency, share }: ScheduleTerms): boolean =>
  share.daysInMonth === 30 && frequency.unit === 'months'

const regularShare = ({ frequency, share }: ScheduleTerms): Fraction =>
  ratio(frequency.every, periodsPerYear(frequency, share))

/** Whether a period ends where counting from the start, or from the first due date, puts its end; a month that was clipped is whole. */
const isRegular = (period: Period, { startsOn, dueDates, frequency }: ScheduleTerms): boolean => {
  const seed = period.place === 0 ? startsOn : (dueDates[0] ?? startsOn)
  const { onDays } = frequency
  if (period.place === 0 && onDays && !isChosenDay(startsOn, onDays)) return false
  return dateAfterPeriods(seed, period.place === 0 ? 1 : period.place, frequency) === period.dueOn
}

function cumulativeShare(period: Period, terms: ScheduleTerms): Fraction {
  const { frequency, share } = terms
  if (share.by === 'days') return ratio(isOfThirtyDays(terms) ? 30 * frequency.every : daysOf(period), fixedYear(share))
  return share.countsPartialPeriods && !isRegular(period, terms)
    ? productOf(realPeriods(period, frequency), regularShare(terms))
    : regularShare(terms)
}

/** Of a whole period under the cumulative algorithm. */
export const cumulativeFactor = (period: Period, terms: ScheduleTerms): RateFactor =>
  productOf(annualFactor(terms), cumulativeShare(period, terms))

/**
 * The nominal factor by which a level installment is found: by days and months, a month is thirty days, so that the installment does not
 * depend on where February falls.
 */
function nominalFactor(period: Period, terms: ScheduleTerms): RateFactor {
  const { frequency, share } = terms
  if (share.by === 'periods') return productOf(annualFactor(terms), regularShare(terms))
  const days = frequency.unit === 'months' ? 30 * frequency.every : daysOf(period)
  return productOf(annualFactor(terms), ratio(days, fixedYear(share)))
}

const lastOfYear = (year: number): BusinessDate => dateOf({ year, month: 12, day: 31 })

/** Days over 365 and days over 366: cut at 31 December, from which a day counts to the new year. Source: Fineract's progressive loans. */
function actualYears({ start, end }: Span): Fraction {
  const { year } = partsOf(addDays(start, 1))
  const last = lastOfYear(year)
  if (end <= last) return ratio(daysBetween(start, end), daysInYear(year))
  return sumOf(ratio(daysBetween(start, last), daysInYear(year)), actualYears({ start: last, end }))
}

/** In halves of a day, of which a month of 31 days has an odd number in its half. */
function unitHalfDays(start: BusinessDate, { frequency, share }: ScheduleTerms): number {
  const { year, month } = partsOf(start)
  const monthDays = share.daysInMonth === 30 ? 30 : daysInMonth(year, month)
  const halfDays = { days: 2, weeks: 14, 'half-months': monthDays, months: 2 * monthDays }
  return halfDays[frequency.unit] * frequency.every
}

/** The days of a span that bear interest; none of those at the start that are free of it. Rule: L84. */
export function bearingSpan({ start, end }: Span, { startsOn, grace }: ScheduleTerms): Span {
  if (!grace.interestFreeDays) return { start, end }
  const from = addDays(startsOn, grace.interestFreeDays)
  if (start >= from) return { start, end }
  return { start: from < end ? from : end, end }
}

const bearingDays = (span: Span, terms: ScheduleTerms): number => {
  const { start, end } = bearingSpan(span, terms)
  return daysBetween(start, end)
}

/** Of a factor of a whole period, what the days that bear interest leave of it. */
export const forBearingDays = (factor: RateFactor, period: Period, terms: ScheduleTerms): RateFactor =>
  terms.grace.interestFreeDays
    ? productOf(factor, ratio(bearingDays({ start: period.from, end: period.dueOn }, terms), daysOf(period)))
    : factor

/** Of a part of a period under the progressive algorithm; the whole of it where the part is the period. */
export function progressiveFactor(part: Span, period: Period, terms: ScheduleTerms): RateFactor {
  const { daysInYear: year, daysInMonth: month } = terms.share
  const isActual = year === 'actual' && month === 'actual'
  if (isActual && partsOf(part.start).year !== partsOf(part.end).year)
    return productOf(annualFactor(terms), actualYears(bearingSpan(part, terms)))
  const yearDays = year === 'actual' ? daysInYear(partsOf(part.start).year) : year
  const halfDays = unitHalfDays(part.start, terms) * bearingDays(part, terms)
  return productOf(annualFactor(terms), ratio(halfDays, 2 * yearDays * daysOf(period)))
}

export const isInterestFree = ({ place }: Period, { grace }: ScheduleTerms): boolean => place < grace.interestFree

/** Of a whole period, as a level installment is found by it. */
export function levelFactor(period: Period, terms: ScheduleTerms): RateFactor {
  if (isInterestFree(period, terms)) return wholeFraction(0n)
  return terms.algorithm === 'cumulative'
    ? forBearingDays(nominalFactor(period, terms), period, terms)
    : progressiveFactor({ start: period.from, end: period.dueOn }, period, terms)
}

/** Of a part of a period under either algorithm. */
export function partFactor(part: Span, period: Period, terms: ScheduleTerms): RateFactor {
  if (isInterestFree(period, terms)) return wholeFraction(0n)
  if (terms.algorithm === 'progressive') return progressiveFactor(part, period, terms)
  return productOf(cumulativeFactor(period, terms), ratio(bearingDays(part, terms), daysOf(period)))
}
