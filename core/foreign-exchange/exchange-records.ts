import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
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
