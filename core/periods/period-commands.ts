import { z } from 'zod'
import { periodSchema } from '../calendar/period.ts'
import { keyed } from '../decision/keyed.ts'
import { uuidSchema } from '../journal/record.ts'
import { noteSchema } from '../text-fields.ts'

export const closePeriodSchema = z.strictObject({ ...keyed, type: z.literal('period.close'), period: periodSchema })
export type ClosePeriod = z.infer<typeof closePeriodSchema>

export const reopeningReasons = ['late-records', 'mistake', 'audit', 'other'] as const
const why = { reason: z.enum(reopeningReasons), note: noteSchema.optional() }

export const reopenPeriodSchema = z.strictObject({
  ...keyed,
  type: z.literal('period.reopen'),
  period: periodSchema,
  ...why,
})
export type ReopenPeriod = z.infer<typeof reopenPeriodSchema>

/** A fiscal year is called by the calendar year in which it ends; the branch is the installation's own when left out. */
const yearOfBranch = { ...keyed, year: z.int().min(1901).max(2198), branchId: uuidSchema.optional() }

export const closeYearSchema = z.strictObject({ ...yearOfBranch, type: z.literal('year.close') })
export type CloseYear = z.infer<typeof closeYearSchema>

export const reopenYearSchema = z.strictObject({ ...yearOfBranch, type: z.literal('year.reopen'), ...why })
export type ReopenYear = z.infer<typeof reopenYearSchema>
