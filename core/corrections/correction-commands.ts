import { z } from 'zod'
import { keyed } from '../decision/keyed.ts'
import { recordRefSchema } from '../journal/record.ts'
import { noteSchema } from '../text-fields.ts'

export const reversalReasons = [
  'wrong-amount',
  'wrong-account',
  'wrong-client',
  'entered-twice',
  'client-changed-mind',
  'other',
] as const
export type ReversalReason = (typeof reversalReasons)[number]

export const reverseOperationSchema = z.strictObject({
  ...keyed,
  type: z.literal('operation.reverse'),
  record: recordRefSchema,
  reason: z.enum(reversalReasons),
  /** From which day it counts: the open business day, or the value date of what it reverses. Today when left out. */
  valueOn: z.enum(['today', 'original']).optional(),
  note: noteSchema.optional(),
})
export type ReverseOperation = z.infer<typeof reverseOperationSchema>

export const reprintReceiptSchema = z.strictObject({
  ...keyed,
  type: z.literal('receipt.reprint'),
  record: recordRefSchema,
})
export type ReprintReceipt = z.infer<typeof reprintReceiptSchema>
