import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { ledgerCodeSchema } from '../ledger/ledger-account.ts'
import { minorTextSchema } from '../money/amount.ts'
import { currencySchema } from '../money/currency.ts'

export const kycTiers = [1, 2, 3] as const
export type KycTier = (typeof kycTiers)[number]

export const productIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, { error: 'not-a-product-id' })
  .max(60)

export const productTermSchema = z.strictObject({
  monthsMin: z.int().min(1).max(600),
  monthsMax: z.int().min(1).max(600),
  monthsDefault: z.int().min(1).max(600),
})

/**
 * What every product says, whatever its kind. A version never changes, and an account keeps the one that it was opened under.
 * Limits and thresholds that are absent do not limit; fees that are absent are not charged.
 */
export const commonProductFields = {
  productId: productIdSchema,
  version: z.int().positive(),
  name: z.string().trim().min(1).max(60),
  currency: currencySchema,
  /** The first business date on which an account is opened under this version; absent in a founding, where there was none before. */
  validFrom: businessDateSchema.optional(),
  /** The control account of the accounts under this product. */
  controlAccount: ledgerCodeSchema,
  kycTier: z.literal(kycTiers),
  /** Agreed in the terms: below this the client wants to be told; the counter and the account's page say so. Rule: S25. */
  alertBelowMinor: minorTextSchema.optional(),
}
