import { z } from 'zod'
import { recordRefSchema } from '../journal/record.ts'

export const operationReversed = z.strictObject({
  record: recordRefSchema,
  reason: z.string(),
  /** The day whose withdrawal limit gets the amount back, for a reversed withdrawal. */
  originalType: z.string(),
})

export const receiptReprinted = z.strictObject({
  record: recordRefSchema,
  copy: z.int().positive(),
})
