import { z } from 'zod'
import { businessDateSchema } from '../../calendar/business-date.ts'
import { isDayCount, yearShare } from '../../calendar/day-count.ts'
import { type EuUnit, euInterval } from '../../calendar/eu-interval.ts'
import { monthlyUnitPeriods } from '../../calendar/unit-period.ts'
import { Decimal } from '../../money/decimal.ts'
import { firstDifference } from './vector-kind.ts'

const common = {
  convention: z.string(),
  start: businessDateSchema,
  end: businessDateSchema,
}

const fractionSchema = z.string().regex(/^\d+(?:\/[1-9]\d*)?$/)

const shareSchema = z.strictObject({
  ...common,
  terminationDate: businessDateSchema.optional(),
  expectedDays: z.int(),
  expectedFraction: fractionSchema,
  publishedFraction: z.string().optional(),
  tolerance: z.string().optional(),
})

const euSchema = z.strictObject({
  ...common,
  convention: z.literal('EU-APRC-interval'),
  unit: z.enum(['year', 'month', 'week']),
  expectedFraction: fractionSchema,
  expectedForm: z.string(),
})

const unitPeriodSchema = z.strictObject({
  ...common,
  convention: z.literal('US-RegZ-J-unit-period'),
  unit: z.literal('month'),
  expectedUnitPeriods: z.int(),
  expectedOddDays: z.int(),
  oddDayDenominator: z.int(),
})

export const dayCountSchema = z.union([euSchema, unitPeriodSchema, shareSchema])

const greatestDivisor = (one: bigint, other: bigint): bigint =>
  other === 0n ? one : greatestDivisor(other, one % other)

/** A fraction in its lowest terms, as the files write it: `61/120`, `1`. */
function reduced(numerator: number, denominator: number): string {
  const [above, below] = [BigInt(numerator), BigInt(denominator)]
  const divisor = greatestDivisor(above, below)
  return below === divisor ? `${above / divisor}` : `${above / divisor}/${below / divisor}`
}

function shareDifference(given: z.infer<typeof shareSchema>): string | null {
  if (!isDayCount(given.convention)) return `${given.convention} is not a day count of this program`
  const { terminationDate, start, end } = given
  const span = terminationDate ? { start, end, terminationDate } : { start, end }
  const { days, numerator, denominator } = yearShare(given.convention, span)
  const differs = firstDifference([
    ['days', String(given.expectedDays), String(days)],
    ['share', given.expectedFraction, reduced(numerator, denominator)],
  ])
  if (differs !== null || given.publishedFraction === undefined) return differs
  const share = new Decimal(numerator).div(denominator)
  const isNear = share
    .minus(given.publishedFraction)
    .abs()
    .lte(given.tolerance ?? '0')
  return isNear ? null : `published share: expected ${given.publishedFraction}, got ${share}`
}

function euDifference({
  start,
  end,
  unit,
  expectedFraction,
}: z.infer<typeof euSchema> & { unit: EuUnit }): string | null {
  const { periods, periodsPerYear, days, yearDays } = euInterval({ start, end }, unit)
  const share = reduced(periods * yearDays + days * periodsPerYear, periodsPerYear * yearDays)
  return firstDifference([['interval', expectedFraction, share]])
}

function unitPeriodDifference(given: z.infer<typeof unitPeriodSchema>): string | null {
  const { periods, oddDays, oddDaysPerPeriod } = monthlyUnitPeriods(given)
  return firstDifference([
    ['unit-periods', String(given.expectedUnitPeriods), String(periods)],
    ['odd days', String(given.expectedOddDays), String(oddDays)],
    ['odd days in a unit-period', String(given.oddDayDenominator), String(oddDaysPerPeriod)],
  ])
}

export function dayCountDifference(given: z.infer<typeof dayCountSchema>): string | null {
  if ('expectedUnitPeriods' in given) return unitPeriodDifference(given)
  return 'unit' in given ? euDifference(given) : shareDifference(given)
}
