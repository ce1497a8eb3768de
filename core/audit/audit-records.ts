import { z } from 'zod'
import { bodyAmount } from '../journal/body.ts'
import { recordRefSchema, uuidSchema } from '../journal/record.ts'
import { itemMarks, sampleCriteriaSchema } from './audit-commands.ts'
import { sampleMethods } from './sample-method.ts'

/** A working paper as it was drawn; its title is sealed beside the record. */
export const sampleDrawn = z.strictObject({
  paperId: uuidSchema,
  criteria: sampleCriteriaSchema.extend({ minMinor: bodyAmount.optional(), maxMinor: bodyAmount.optional() }),
  method: z.enum(sampleMethods),
  size: z.int().positive(),
  seed: z.string(),
  /** All that it was drawn from. */
  population: z.strictObject({ count: z.int().positive(), amountMinor: bodyAmount }),
  items: z.array(recordRefSchema).min(1),
})
export type SampleDrawn = z.infer<typeof sampleDrawn>

export const itemMarked = z.strictObject({ paperId: uuidSchema, record: recordRefSchema, mark: z.enum(itemMarks) })
