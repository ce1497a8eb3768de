import { z } from 'zod'
import { currencySchema } from '../money/currency.ts'

const minorText = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(text => BigInt(text))

/**
 * A savings product as published: a version never changes, and an account keeps the version it was opened under.
 * Absent limits do not limit. `maxAmountMinor` bounds a single operation.
 */
export const savingsProductSchema = z.strictObject({
  productId: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  version: z.int().positive(),
  name: z.string().min(1).max(60),
  currency: currencySchema,
  controlAccount: z.string(),
  minimumBalanceMinor: minorText,
  minimumOpeningMinor: minorText,
  dailyWithdrawalLimitMinor: minorText.optional(),
  maxAmountMinor: minorText.optional(),
})
export type SavingsProduct = z.infer<typeof savingsProductSchema>
