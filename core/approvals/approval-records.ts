import { z } from 'zod'
import { bodyAmount } from '../journal/body.ts'
import { recordRefSchema } from '../journal/record.ts'
import { currencySchema } from '../money/currency.ts'

/** `command` is the request as it will be executed when approved, without its note, which is sealed beside the record. */
export const approvalRequested = z.strictObject({
  command: z.record(z.string(), z.json()),
  commandType: z.string(),
  amountMinor: bodyAmount,
  currency: currencySchema,
  subject: z.string(),
})

export const approvalDeclined = z.strictObject({ request: recordRefSchema })
