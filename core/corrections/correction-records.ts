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
  /** Of an operation on a loan: how the loan stands after it, as a record of the loan says it. */
  loan: z.looseObject({ loanId: uuidSchema }).optional(),
  /** The same of a loan that it had paid off. */
  closed: z.looseObject({ loanId: uuidSchema }).optional(),
})

export const receiptReprinted = z.strictObject({
  record: recordRefSchema,
  copy: z.int().positive(),
})
