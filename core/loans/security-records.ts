import { z } from 'zod'
import { bodyAmount } from '../journal/body.ts'
import { uuidSchema } from '../journal/record.ts'
import { currencySchema } from '../money/currency.ts'

/** `accountId` and `holdId`: where what is covered is held, both or neither. */
export const loanGuaranteed = z.strictObject({
  loanId: uuidSchema,
  guaranteeId: uuidSchema,
  guarantorId: uuidSchema,
  coversMinor: bodyAmount,
  currency: currencySchema,
  accountId: uuidSchema.optional(),
  holdId: uuidSchema.optional(),
  signedBy: z.array(uuidSchema).optional(),
})

export const loanGuarantorReleased = z.strictObject({ loanId: uuidSchema, guaranteeId: uuidSchema })

export const collateralKinds = [
  'land',
  'building',
  'vehicle',
  'livestock',
  'equipment',
  'stock',
  'jewellery',
  'deposit',
  'other',
] as const
export type CollateralKind = (typeof collateralKinds)[number]

/** `thing`: a digest of what it is known by, the same for the same thing. What it is and whose stands in a sealed blob. */
export const loanPledged = z.strictObject({
  loanId: uuidSchema,
  collateralId: uuidSchema,
  kind: z.enum(collateralKinds),
  valueMinor: bodyAmount,
  currency: currencySchema,
  thing: z.string().optional(),
})

export const loanCollateralReleased = z.strictObject({ loanId: uuidSchema, collateralId: uuidSchema })

/** The sealed blob beside a pledge. */
export const pledgedThingSchema = z.strictObject({
  description: z.string(),
  owner: z.string(),
  reference: z.string().optional(),
})
export type PledgedThing = z.infer<typeof pledgedThingSchema>
export const pledgedThingBlob = 'pledged-thing'
