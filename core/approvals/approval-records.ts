import { z } from 'zod'
import { bodyAmount } from '../journal/body.ts'
import { uuidSchema } from '../journal/record.ts'
import { currencySchema } from '../money/currency.ts'

/** `command` is the request as it will be executed when approved, without its note and papers, which are sealed beside the record. */
export const approvalRequested = z.strictObject({
  command: z.looseObject({ type: z.string(), key: uuidSchema }),
  amountMinor: bodyAmount,
  currency: currencySchema,
  subject: z.string(),
})
