import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { bodyAmount } from '../journal/body.ts'
import { uuidSchema } from '../journal/record.ts'
import { currencySchema } from '../money/currency.ts'
import { rateSchema } from '../money/rate.ts'

export const ratePublished = z.strictObject({
  currency: currencySchema,
  from: businessDateSchema,
  version: z.int().positive(),
  buy: rateSchema,
  mid: rateSchema,
  sell: rateSchema,
})

export const fxExchanged = z.object({
  currency: currencySchema,
  amountMinor: bodyAmount,
  into: currencySchema,
  paidMinor: bodyAmount,
  takesDrawerId: uuidSchema,
  paysDrawerId: uuidSchema,
  /** Which saying of each foreign currency it went by. */
  rates: z.array(z.strictObject({ currency: currencySchema, from: businessDateSchema, version: z.int().positive() })),
})
