import { z } from 'zod'
import { minorTextSchema } from '../money/amount.ts'
import { rateSchema } from '../money/rate.ts'
import { periodUnits } from '../schedule/schedule-terms.ts'

/** What may be lent; what is asked for where nothing is said. */
export const principalRangeSchema = z.strictObject({
  minMinor: minorTextSchema,
  maxMinor: minorTextSchema,
  defaultMinor: minorTextSchema,
})

/** Percent a year. Where all three are the same, nothing is to be agreed. */
export const percentRangeSchema = z.strictObject({ min: rateSchema, max: rateSchema, default: rateSchema })

const countSchema = z.int().min(1).max(600)

/** A way of repaying: how often, and how many times. */
export const offeredFrequencySchema = z.strictObject({
  every: z.int().min(1).max(60),
  unit: z.enum(periodUnits),
  installments: z.strictObject({ min: countSchema, max: countSchema, default: countSchema }),
})
export type OfferedFrequency = z.infer<typeof offeredFrequencySchema>

/** The first is the usual one. */
export const offeredFrequenciesSchema = z.array(offeredFrequencySchema).min(1).max(8)
