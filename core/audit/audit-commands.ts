import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { keyed } from '../decision/keyed.ts'
import { recordRefSchema, uuidSchema } from '../journal/record.ts'
import { positiveAmountSchema } from '../money/amount.ts'
import { currencySchema } from '../money/currency.ts'
import { shortTextSchema } from '../text-fields.ts'
import { wordSchema } from './audit-event.ts'
import { sampleMethods, sampleSizeMax } from './sample-method.ts'

/** Which records a sample is drawn from: those that moved an amount of one currency within these days, and perhaps of one branch, kind and size. */
export const sampleCriteriaSchema = z.strictObject({
  from: businessDateSchema,
  to: businessDateSchema,
  currency: currencySchema,
  branchId: uuidSchema.optional(),
  recordType: wordSchema.optional(),
  minMinor: positiveAmountSchema.optional(),
  maxMinor: positiveAmountSchema.optional(),
})
export type SampleCriteria = z.infer<typeof sampleCriteriaSchema>

const seedSchema = z.string().regex(/^[A-Z2-7]{8}$/, { error: 'wrong-format' })

/** Without a seed the engine makes one; with the seed of an earlier paper the same records are drawn again. */
export const drawSampleSchema = z.strictObject({
  ...keyed,
  type: z.literal('audit.draw-sample'),
  title: shortTextSchema,
  criteria: sampleCriteriaSchema,
  method: z.enum(sampleMethods),
  size: z.int().min(1).max(sampleSizeMax),
  seed: seedSchema.optional(),
})
export type DrawSample = z.infer<typeof drawSampleSchema>

export const itemMarks = ['agreed', 'exception', 'noted'] as const
export type ItemMark = (typeof itemMarks)[number]

/** An exception and a remark say what it is, as briefly as there is room for on the paper. */
export const markItemSchema = z
  .strictObject({
    ...keyed,
    type: z.literal('audit.mark-item'),
    paperId: uuidSchema,
    record: recordRefSchema,
    mark: z.enum(itemMarks),
    note: shortTextSchema.optional(),
  })
  .refine(({ mark, note }) => mark === 'agreed' || note !== undefined, { error: 'missing', path: ['note'] })
export type MarkItem = z.infer<typeof markItemSchema>
