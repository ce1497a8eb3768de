import { z } from 'zod'
import { bodyAmount } from '../journal/body.ts'
import { logIdSchema, uuidSchema } from '../journal/record.ts'
import { currencySchema } from '../money/currency.ts'

export const savingsOpened = z.strictObject({
  accountId: uuidSchema,
  number: z.string(),
  clientId: uuidSchema,
  productId: z.string(),
  productVersion: z.int(),
  controlAccount: z.string(),
  currency: currencySchema,
  custodian: logIdSchema,
})

/** Of `savings.deposited` and `savings.withdrawn`. */
export const savingsCashMoved = z.strictObject({
  accountId: uuidSchema,
  amountMinor: bodyAmount,
  currency: currencySchema,
  drawerId: uuidSchema,
})

export const holdPlaced = z.strictObject({
  holdId: uuidSchema,
  accountId: uuidSchema,
  amountMinor: bodyAmount,
  currency: currencySchema,
  reason: z.string(),
})

export const holdReleased = z.strictObject({
  holdId: uuidSchema,
  accountId: uuidSchema,
})
