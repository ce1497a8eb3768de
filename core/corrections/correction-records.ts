import { z } from 'zod'
import { bodyAmount } from '../journal/body.ts'
import { recordRefSchema, uuidSchema } from '../journal/record.ts'

/** What every record that moved a client's money says of it; without a drawer no cash was moved. */
export const moneyMoved = z.object({
  accountId: uuidSchema,
  amountMinor: bodyAmount,
  drawerId: uuidSchema.optional(),
  /** Of a transfer: the account that it went to. */
  toAccountId: uuidSchema.optional(),
})

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
