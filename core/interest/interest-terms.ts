import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { additiveDayCounts } from '../calendar/day-count.ts'
import { minorTextSchema } from '../money/amount.ts'
import { rateSchema } from '../money/rate.ts'
import { roundingModes } from '../money/rounding.ts'
import { periodLengths } from './period-end.ts'
import { rateTableSchema } from './rate-table.ts'

const roundingSchema = z.strictObject({
  mode: z.enum(roundingModes),
  multipleMinor: minorTextSchema.refine(multipleMinor => multipleMinor > 0n, { error: 'not-positive' }),
})

/** What an overdrawn balance bears up to the arranged limit, and what the part beyond it bears. */
const overdraftSchema = z.strictObject({
  arrangedLimitMinor: minorTextSchema,
  annualPercent: rateSchema,
  excessAnnualPercent: rateSchema,
})

/** The rates that hold from a date until the next version's; days before the first version bear nothing. */
const rateVersionSchema = z.strictObject({
  from: businessDateSchema,
  credit: rateTableSchema,
  overdraft: overdraftSchema.optional(),
})
export type RateVersion = z.infer<typeof rateVersionSchema>

/**
 * How a deposit account earns interest.
 * `balanceMethod`: each day's closing balance; its average over the compounding period; or its lowest in it.
 * `compounding`: when interest begins to bear interest though it is not posted yet; `at-posting`: not before.
 * `periods`: on the calendar, with a year that begins in `yearStartMonth` and weeks that begin on Monday, or from the opening day.
 * `postAt`: the last day of the posting period or the day after, from which the posted interest bears interest in both cases.
 * `minimumBalanceMinor`: a day, or an average, under it earns nothing.
 */
export const interestTermsSchema = z.strictObject({
  rates: z
    .array(rateVersionSchema)
    .max(500)
    .refine(rates => rates.every(({ from }, place) => from > (rates[place - 1]?.from ?? '')), {
      error: 'versions-not-in-order',
    }),
  balanceMethod: z.enum(['daily', 'average-daily', 'minimum']),
  dayCount: z.enum(additiveDayCounts),
  compounding: z.enum([...periodLengths, 'at-posting']),
  posting: z.enum([...periodLengths, 'at-maturity']),
  periods: z.enum(['calendar', 'from-opening']),
  yearStartMonth: z.int().min(1).max(12),
  postAt: z.enum(['period-end', 'day-after-period-end']),
  minimumBalanceMinor: minorTextSchema,
  rounding: roundingSchema,
  withholdingTax: z.strictObject({ percent: rateSchema, rounding: roundingSchema }).optional(),
})
export type InterestTerms = z.infer<typeof interestTermsSchema>
