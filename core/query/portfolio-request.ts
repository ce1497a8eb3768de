import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { periodSchema } from '../calendar/period.ts'
import { uuidSchema } from '../journal/record.ts'
import { currencySchema } from '../money/currency.ts'
import { productIdSchema } from '../products/product-fields.ts'
import { portfolioWays } from '../storage/portfolio.ts'

/** Of which loans; what is left out counts for all. */
const portfolioOfSchema = z
  .strictObject({
    branchId: uuidSchema.optional(),
    officer: uuidSchema.optional(),
    productId: productIdSchema.optional(),
    cohort: periodSchema.optional(),
    currency: currencySchema.optional(),
  })
  .default({})

const by = z.enum(portfolioWays).default('product')
/** Left out: the open business day, or the last one there was. */
const asOf = businessDateSchema.optional()

/** What may be asked of the portfolio. */
export const portfolioQuerySchemas = [
  z.strictObject({ type: z.literal('portfolio'), asOf, by, of: portfolioOfSchema }),
] as const
