import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { periodSchema } from '../calendar/period.ts'
import { uuidSchema } from '../journal/record.ts'
import { ageingBuckets } from '../loan-life/arrears.ts'
import { provisionMethods } from '../loans/provision.ts'
import { currencySchema } from '../money/currency.ts'
import { productIdSchema } from '../products/product-fields.ts'
import { portfolioWays } from '../storage/portfolio-of.ts'
import { portfolioAtRisk } from './portfolio-answers.ts'

/** Of which loans; what is left out counts for all. */
const portfolioOfSchema = z
  .strictObject({
    branchId: uuidSchema.optional(),
    officer: uuidSchema.optional(),
    productId: productIdSchema.optional(),
    groupId: uuidSchema.optional(),
    cohort: periodSchema.optional(),
    currency: currencySchema.optional(),
  })
  .default({})

const by = z.enum(portfolioWays).default('product')
/** Left out: the open business day, or the last one there was. */
const asOf = businessDateSchema.optional()

const between = { from: businessDateSchema, to: businessDateSchema }

/** Which loans of a day: those that a figure of the portfolio is made of. `due`: with something that falls due then and is not met. */
const whichSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('open') }),
    z.strictObject({ kind: z.literal('late') }),
    z.strictObject({ kind: z.literal('bucket'), bucket: z.enum(ageingBuckets.map(({ name }) => name)) }),
    z.strictObject({ kind: z.literal('at-risk'), par: z.literal(portfolioAtRisk) }),
    z.strictObject({ kind: z.literal('restructured') }),
    z.strictObject({ kind: z.literal('written-off') }),
    z.strictObject({ kind: z.literal('due'), ...between }),
  ])
  .default({ kind: 'open' })
export type PortfolioLoansWhich = z.infer<typeof whichSchema>

/** What may be asked of the portfolio. */
export const portfolioQuerySchemas = [
  z.strictObject({ type: z.literal('portfolio'), asOf, by, of: portfolioOfSchema }),
  /** Only its principal and what is at risk: cheap enough for a row of days. */
  z.strictObject({ type: z.literal('portfolio-risk'), asOf, of: portfolioOfSchema }),
  z.strictObject({ type: z.literal('portfolio-period'), ...between, by, of: portfolioOfSchema }),
  /** What has to stand on the allowance accounts, and what does; by the institution's method, or by another to compare with. */
  z.strictObject({
    type: z.literal('provision'),
    asOf,
    branchId: uuidSchema.optional(),
    method: z.enum(provisionMethods).optional(),
  }),
  z.strictObject({ type: z.literal('portfolio-due'), ...between, of: portfolioOfSchema }),
  z.strictObject({
    type: z.literal('portfolio-loans'),
    asOf,
    of: portfolioOfSchema,
    which: whichSchema,
    page: z.int().min(0).max(10_000).default(0),
  }),
] as const
